import { Worker } from 'node:worker_threads';
import { type FactsAt } from '#execution/facts-at';
import { type LedgerLine } from '#persistence/ledger';
import { type PaperPress, type PressedPaper, type PressOrder } from './paper-press.js';

/** What a thread is asked. */
export type PressQuestion =
  | {
      readonly type: 'facts';
      readonly lines: readonly LedgerLine[];
      readonly contract: string;
      readonly sequence: number;
    }
  | { readonly type: 'press'; readonly order: PressOrder };

/** What a thread answers. */
export type PressAnswer = { readonly value: unknown } | { readonly error: string };

/** Tests run the sources; a thread of theirs runs the build. */
const ENTRY = import.meta.url.endsWith('.ts')
  ? new URL('../../../../dist/apps/worker/src/papers/press-thread.js', import.meta.url)
  : new URL('./press-thread.js', import.meta.url);

const LONGEST_MILLISECONDS = 120_000;
/** Fonts are large; a document that needs more than this has something wrong with it. */
const MOST_MEGABYTES = 1_024;
const IDLE_MILLISECONDS = 60_000;

/**
 * Folds and renders in a thread of its own, one after the other: a year's ledger takes a second to fold, a page tenths
 * of a second to set, in which turns of contracts are not to wait. The thread is kept for a while, because its fonts are
 * slow to read, and is replaced when it dies.
 */
export class ThreadPress implements PaperPress {
  private thread: Worker | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | null = null;

  facts(lines: readonly LedgerLine[], contract: string, sequence: number): Promise<FactsAt> {
    return this.ask({ type: 'facts', lines, contract, sequence }) as Promise<FactsAt>;
  }

  press(order: PressOrder): Promise<readonly PressedPaper[]> {
    return this.ask({ type: 'press', order }) as Promise<readonly PressedPaper[]>;
  }

  async end(): Promise<void> {
    if (this.idle) clearTimeout(this.idle);
    const { thread } = this;
    this.thread = null;
    await thread?.terminate();
  }

  private ask(question: PressQuestion): Promise<unknown> {
    const answer = this.last.then(() => this.answered(question));
    this.last = answer.catch(() => undefined);
    return answer;
  }

  private async answered(question: PressQuestion): Promise<unknown> {
    if (this.idle) clearTimeout(this.idle);
    this.thread ??= new Worker(ENTRY, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    const answer = await answerOf(this.thread, question).catch(async (error: unknown) => {
      await this.end();
      throw error;
    });
    this.idle = setTimeout(() => void this.end(), IDLE_MILLISECONDS);
    this.idle.unref();
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }
}

/** Throws when the thread dies or takes too long. */
async function answerOf(thread: Worker, question: PressQuestion): Promise<PressAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PressAnswer>();
  const died = (code: number): void => reject(new Error(`the press ended with code ${code}`));
  thread.once('message', resolve).once('error', reject).once('exit', died);
  const late = setTimeout(() => reject(new Error('the press takes too long')), LONGEST_MILLISECONDS);
  thread.postMessage(question);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    thread.off('message', resolve).off('error', reject).off('exit', died);
  }
}
