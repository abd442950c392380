"""What schemathesis cannot write by itself: bodies that are neither JSON nor a form go as the bytes that were made up."""

import schemathesis


@schemathesis.serializer("message/rfc822", "application/x-ndjson")
def raw_bytes(ctx, value):
    if isinstance(value, bytes):
        return value
    return str(value).encode("utf-8", "surrogatepass")
