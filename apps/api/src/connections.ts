import { Client, Connection } from '@temporalio/client';
import { connectionOf, type TemporalSettings } from '#temporal/connection';
import { dataConverterOf } from '#temporal/data-converter';

const LONGEST_PAUSE_MILLISECONDS = 3_000;

/**
 * A client that connects when it is first used, and again by itself: the API starts, and answers what it can from
 * PostgreSQL, while Temporal is away.
 */
export function lazyClient(settings: TemporalSettings): Client {
  const channelArgs = {
    'grpc.initial_reconnect_backoff_ms': 500,
    'grpc.max_reconnect_backoff_ms': LONGEST_PAUSE_MILLISECONDS,
    'grpc.keepalive_permit_without_calls': 1,
    'grpc.keepalive_time_ms': 30_000,
    'grpc.keepalive_timeout_ms': 15_000,
  };
  // The SDK's own repeats cannot be called off, and go on when the caller has long been answered: the Dispatcher repeats.
  return new Client({
    connection: Connection.lazy({ ...connectionOf(settings), channelArgs, interceptors: [] }),
    namespace: settings.namespace,
    dataConverter: dataConverterOf(settings.payloadKeys),
  });
}
