import { Worker } from 'node:worker_threads';
import { type ProofReport } from '#proof/report';
import { type AcceptanceResult } from '#rehearsal/acceptance';
import { type AcceptanceCase } from '#templates/acceptance';
import { type Calendars } from '#templates/package-calendars';
import { type Template } from '#templates/template';
import { Problem } from '../http/problem.js';

/** What a thread is told: the cases to run, or null for the proof. */
export interface ThreadWork {
  readonly template: Template;
  readonly calendars: Calendars;
  readonly cases: readonly AcceptanceCase[] | null;
}

/** Tests run the sources: then the thread's entry is a source as well, and what it imports is the build. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? new URL('./approval-thread.ts', import.meta.url)
  : new URL('./approval-thread.js', import.meta.url);

/**
 * Proves templates and runs their acceptance cases, each in a thread of its own: they take seconds, in which the API
 * goes on to answer. Ended with the API: then a Problem is thrown.
 */
export class ApprovalThreads {
  constructor(private readonly ending: AbortSignal) {}

  readonly prove = (template: Template, calendars: Calendars): Promise<ProofReport> =>
    this.run<ProofReport>({ template, calendars, cases: null });

  readonly accept = (
    template: Template,
    calendars: Calendars,
    cases: readonly AcceptanceCase[],
  ): Promise<AcceptanceResult[]> => this.run<AcceptanceResult[]>({ template, calendars, cases });

  private run<Answer>(work: ThreadWork): Promise<Answer> {
    const worker = new Worker(ENTRY, { workerData: work });
    const end = (): void => void worker.terminate();
    this.ending.addEventListener('abort', end, { once: true });
    const answer = new Promise<Answer>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Problem('unavailable', 'The API is ending: try again soon')));
    });
    return answer.finally(() => this.ending.removeEventListener('abort', end));
  }
}
