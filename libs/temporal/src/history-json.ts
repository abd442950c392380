import { createRequire } from 'node:module';
import proto from '@temporalio/proto';

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

/** A history as text, as Temporal's own tools write and read it: JSON of the protocol, payloads as base64. */
export function historyText(history: object): string {
  return JSON.stringify(toJson(History, History.fromObject({ ...history })), null, 2);
}
