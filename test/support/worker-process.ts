import { type TemporalSettings } from '#temporal/connection';
import { testPayloadKeysText } from './payload-keys.js';
import { ShippedProcess } from './shipped-process.js';

/** The worker as it is shipped, in a process of its own that a test may kill. */
export class WorkerProcess extends ShippedProcess {
  /** Starts one, and returns once it polls. */
  static async start(databaseUrl: string, temporal: TemporalSettings): Promise<WorkerProcess> {
    const launched = await ShippedProcess.launch('worker', {
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
      PACTA_PAYLOAD_KEYS: testPayloadKeysText,
    });
    return new WorkerProcess('worker', launched);
  }
}
