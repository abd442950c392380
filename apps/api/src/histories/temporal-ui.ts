import { SettingProblem } from '../settings.js';

/** Where Temporal's own pages are, for whoever wants to see a run with nothing of Pacta in between. */
export class TemporalUi {
  private constructor(
    private readonly url: string | null,
    private readonly namespace: string,
  ) {}

  /** Reads PACTA_TEMPORAL_UI_URL. Throws a SettingProblem. */
  static read(env: NodeJS.ProcessEnv, namespace: string): TemporalUi {
    const text = env['PACTA_TEMPORAL_UI_URL'];
    if (!text) return new TemporalUi(null, namespace);
    const url = URL.parse(text);
    const isPlain = url !== null && url.username === '' && url.search === '' && url.hash === '';
    if (isPlain && (url.protocol === 'https:' || url.protocol === 'http:'))
      return new TemporalUi(url.href.replace(/\/$/, ''), namespace);
    throw new SettingProblem('PACTA_TEMPORAL_UI_URL is no address: allowed is https://temporal.example.com');
  }

  /** The address of a run in these pages; null where they are not known. */
  addressOf({ workflowId, runId }: { readonly workflowId: string; readonly runId: string }): string | null {
    if (this.url === null) return null;
    const parts = ['namespaces', this.namespace, 'workflows', workflowId, runId, 'history'];
    return [this.url, ...parts.map(encodeURIComponent)].join('/');
  }
}
