import { type TemporalSettings } from '#temporal/connection';
import { servedBy, ShippedProcess } from './shipped-process.js';

/** The worker as it is shipped, in a process of its own that a test may kill. */
export class WorkerProcess extends ShippedProcess {
  /** Starts one, and returns once it polls. */
  static async start(
    databaseUrl: string,
    temporal: TemporalSettings,
    env: NodeJS.ProcessEnv = {},
  ): Promise<WorkerProcess> {
    const launched = await ShippedProcess.launch('worker', { ...servedBy(databaseUrl, temporal), ...env });
    return new WorkerProcess('worker', launched);
  }
}
