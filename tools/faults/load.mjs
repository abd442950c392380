import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client.mjs';
import { runningContract, missDeadlines, serve, signAnother } from './people/real.mjs';
import { rehearse } from './people/rehearsal.mjs';
import { Refused } from './people/stories.mjs';
import { KEYS } from './world.mjs';

const SIGNING_EVERY_MILLISECONDS = 15_000;

/** People at work on contracts, all the time, and a probe that asks whether the product answers. */
export class Load {
  /** @type {import('./people/stories.mjs').Hand[]} every contract there is */
  hands = [];
  /** Refusals and failures that nobody expected. */
  faults = [];
  isEnding = false;
  #people = [];
  #phases = new Map();
  #probes = 0;

  /**
   * @param {import('./world.mjs').World} world
   * @param {import('./random.mjs').Random} random
   */
  constructor(world, random) {
    this.random = random;
    this.client = new Client(() => world.url, KEYS[0], random.fork());
  }

  /** Everybody begins. Returns once the probe's contract runs. */
  async start({ rehearsers }) {
    this.#probe = await runningContract(this, 'C-PROBE');
    for (let person = 1; person <= rehearsers; person++)
      this.#again(`C-R${person}`, (id, random) => rehearse(this, random, id));
    this.#again('C-L', (id, random) => serve(this, random, id));
    this.#again('C-M', (id, random) => missDeadlines(this, random, id));
    this.#again('C-S', (id, random) => signAnother(this, random, id), SIGNING_EVERY_MILLISECONDS);
  }

  #probe;

  /** The contract of the probe, for those who want one that runs. */
  get running() {
    return this.#probe;
  }

  /** Tells the product one more thing now, and waits for its answer. Gives when that came, in milliseconds. */
  async probe() {
    const { answeredAt } = await this.#probe.pay(1 + ++this.#probes);
    return answeredAt;
  }

  /** Somebody is at a place worth being disturbed at: `signing`, `monthEnd`, `settlement`. */
  reached(phase) {
    this.#phases.get(phase)?.resolve();
    this.#phases.delete(phase);
  }

  /** When somebody comes to that place next. */
  next(phase) {
    if (!this.#phases.has(phase)) this.#phases.set(phase, Promise.withResolvers());
    return this.#phases.get(phase).promise;
  }

  /** Everybody finishes what they are at, with an answer for each command. */
  async end() {
    this.isEnding = true;
    await Promise.all(this.#people);
  }

  #again(name, story, pauseMilliseconds = 0) {
    const random = this.random.fork();
    const person = async () => {
      for (let number = 1; !this.isEnding; number++) {
        try {
          await story(`${name}-${number}`, random.fork());
        } catch (error) {
          this.faults.push(error instanceof Refused ? error.message : `${name}-${number}: ${error.stack}`);
        }
        const until = Date.now() + pauseMilliseconds;
        while (!this.isEnding && Date.now() < until) await delay(200);
      }
    };
    this.#people.push(person());
  }
}
