import { type TemporalSettings } from '#temporal/connection';
import { servedBy, ShippedProcess } from './shipped-process.js';

const KEY = 'key-of-a-program-0123456789';

/** The API as it is shipped, in a process of its own that a test may kill. */
export class ApiProcess extends ShippedProcess {
  /** Starts one on a free port, and returns once it answers. */
  static async start(
    databaseUrl: string,
    temporal: TemporalSettings,
    env: NodeJS.ProcessEnv = {},
  ): Promise<ApiProcess> {
    const launched = await ShippedProcess.launch('api', {
      ...servedBy(databaseUrl, temporal),
      PACTA_API_PORT: '0',
      PACTA_API_KEYS: JSON.stringify([{ name: 'program', role: 'integration', key: KEY }]),
      ...env,
    });
    return new ApiProcess('api', launched);
  }

  /** Calls it. Throws when nobody answers. */
  async call<Body>(method: string, path: string, headers = {}, body?: string): Promise<Body> {
    const response = await this.fetch(method, path, headers, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as Body;
  }

  /** The same, whatever the answer is. */
  fetch(method: string, path: string, headers = {}, body?: string): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${KEY}`, ...headers },
      ...(body !== undefined && { body }),
    });
  }

  get url(): string {
    const [, url] = /listening on (http:[^"\s]+)/.exec(this.lines.join('\n')) ?? [];
    if (url === undefined) throw new Error('the API does not say where it listens');
    return url;
  }
}
