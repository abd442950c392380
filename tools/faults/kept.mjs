import { setTimeout as delay } from 'node:timers/promises';

const AGAIN_MILLISECONDS = 200;
const UP_SECONDS = 60;

/**
 * A process that is started again whenever it ends, as a service manager would.
 *
 * @typedef {object} Running
 * @property {Promise<unknown>} exited
 * @property {() => unknown} kill `kill -9`, at once; throws where it has ended
 * @property {() => Promise<unknown>} stop
 */
export class Kept {
  /** How often it ended without having been killed by us. */
  ends = 0;
  /** What it was last told to be started with; see {@link restart}. */
  setting = {};
  #launch;
  #running = null;
  #isStopping = false;
  #isKilled = false;
  /** @type {Promise<void>} */
  #loop = Promise.resolve();

  /**
   * @param {string} name
   * @param {(setting: object) => Promise<Running>} launch returns once it is up
   * @param {(line: string) => void} log
   */
  constructor(name, launch, log) {
    this.name = name;
    this.#launch = launch;
    this.log = log;
  }

  /** Starts it for the first time. Throws where that fails. */
  async start() {
    this.#running = await this.#launch(this.setting);
    this.#loop = this.#keep();
  }

  /** `kill -9`, at once; it comes back by itself. Gives whether there was a process to kill. */
  kill() {
    const running = this.#running;
    if (running === null) return false;
    this.#isKilled = true;
    try {
      running.kill();
      return true;
    } catch {
      return false;
    }
  }

  /** Kills it and lets it come back otherwise: with a clock that is off, say. Returns once it is up. */
  async restart(setting) {
    this.setting = setting;
    await this.whenUp();
    this.kill();
    await delay(AGAIN_MILLISECONDS);
    await this.whenUp();
  }

  get isUp() {
    return this.#running !== null;
  }

  /** Throws where it does not come up within a minute: it cannot run as it was told to. */
  async whenUp() {
    const giveUpAt = Date.now() + UP_SECONDS * 1000;
    while (this.#running === null) {
      if (Date.now() > giveUpAt) throw new Error(`${this.name} is not up after ${UP_SECONDS} s`);
      await delay(20);
    }
  }

  async stop() {
    this.#isStopping = true;
    await this.#running?.stop();
    await this.#loop;
  }

  async #keep() {
    while (!this.#isStopping) {
      await this.#running.exited;
      this.#running = null;
      if (this.#isStopping) return;
      if (!this.#isKilled) this.log(`${this.name} ended by itself (${++this.ends})`);
      this.#isKilled = false;
      await this.#again();
    }
  }

  async #again() {
    while (!this.#isStopping) {
      try {
        this.#running = await this.#launch(this.setting);
        return;
      } catch (error) {
        this.log(`${this.name} does not start: ${error.message.split('\n')[0]}`);
        await delay(AGAIN_MILLISECONDS);
      }
    }
  }
}
