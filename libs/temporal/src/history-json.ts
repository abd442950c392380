import { createRequire } from 'node:module';
import proto from '@temporalio/proto';
import { canonicalJson } from '#decisions/hash';

interface ProtoJson {
  readonly toJson: (type: unknown, message: object) => unknown;
}

/**
 * The SDK's own `historyToJSON` refuses to work where npm has installed the serializer twice, once for each of its
 * packages: a type is one only to the copy that made it. So the serializer is the one that the types come from.
 */
const requireAsProto = createRequire(createRequire(import.meta.url).resolve('@temporalio/proto'));
const { toJson } = requireAsProto('protobufjs/ext/protojson') as ProtoJson;

const { History } = proto.temporal.api.history.v1;

/**
 * A history as text that Temporal's own tools read: JSON of the protocol, payloads as base64. Canonical (RFC 8785), as
 * the server sends metadata in another order each time.
 */
export function historyText(history: object): string {
  return canonicalJson(toJson(History, History.fromObject({ ...history })));
}
