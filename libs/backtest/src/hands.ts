import { Worker } from 'node:worker_threads';
import { type MikroORM } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { openDatabase } from '#persistence/database';
import { type Amendment } from './amendment.js';
import { type ContractOutcome, Tester } from './tester.js';

/** Somebody who back-tests one contract at a time. */
export interface Hand {
  test(contract: string, job: Job): Promise<ContractOutcome>;
  close(): Promise<void>;
}

/** What is tried on each contract of a run. */
export interface Job {
  /** Names the amendment and the present: a hand is told both once, for all contracts that come one after the other. */
  readonly id: string;
  readonly amendment: Amendment;
  /** The time of day, the same for all contracts of a run. */
  readonly present: Instant;
}

/** What a thread is told: a job, which stands until the next one, or a contract to try it on. */
export type ThreadOrder = { readonly job: Job } | { readonly contract: string };

/** A thread's words: it is ready, here is an outcome, or it cannot go on. */
export type ThreadMessage =
  { readonly ready: true } | { readonly outcome: ContractOutcome } | { readonly failed: string };

/** The built file of a thread; null where the sources run, as in tests, which no thread could load. */
const THREAD = import.meta.url.endsWith('.ts') ? null : new URL('./thread.js', import.meta.url);

/** So many hands, each with a thread and a connection of its own; one in this thread where there are no threads. */
export async function openHands(databaseUrl: string, threads: number): Promise<Hand[]> {
  if (THREAD === null || threads === 0) return [await handHere(databaseUrl)];
  return Promise.all(Array.from({ length: threads }, () => threadHand(THREAD, databaseUrl)));
}

async function handHere(databaseUrl: string): Promise<Hand> {
  const orm: MikroORM = await openDatabase(databaseUrl);
  const tester = new Tester(orm);
  return { test: (contract, job) => tester.test(contract, job), close: () => orm.close() };
}

async function threadHand(url: URL, databaseUrl: string): Promise<Hand> {
  const worker = new Worker(url, { workerData: databaseUrl });
  const hand = new ThreadHand(worker);
  await hand.ready;
  return hand;
}

class ThreadHand implements Hand {
  readonly ready: Promise<void>;
  private readonly opened = Promise.withResolvers<void>();
  private waiting: PromiseWithResolvers<ContractOutcome> | null = null;
  private told: string | null = null;
  private isClosing = false;

  constructor(private readonly worker: Worker) {
    this.ready = this.opened.promise;
    worker.on('message', (message: ThreadMessage) => this.hear(message));
    worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => {
      if (!this.isClosing) this.fail(new Error(`a back-test thread ended with code ${code}`));
    });
  }

  test(contract: string, job: Job): Promise<ContractOutcome> {
    this.waiting = Promise.withResolvers<ContractOutcome>();
    if (this.told !== job.id) this.order({ job });
    this.told = job.id;
    this.order({ contract });
    return this.waiting.promise;
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.worker.terminate();
  }

  private order(order: ThreadOrder): void {
    this.worker.postMessage(order);
  }

  private hear(message: ThreadMessage): void {
    if ('ready' in message) this.opened.resolve();
    else if ('outcome' in message) this.waiting?.resolve(message.outcome);
    else this.fail(new Error(message.failed));
  }

  private fail(error: Error): void {
    this.opened.reject(error);
    this.waiting?.reject(error);
  }
}
