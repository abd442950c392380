import { setTimeout as delay } from 'node:timers/promises';

const ATTEMPT_SECONDS = 25;
const AGAIN_MILLISECONDS = 150;
/** Nobody waits longer than this for one answer: it is a fault of the product then. */
const PATIENCE_SECONDS = 180;

/**
 * What somebody told the product, under one idempotency key.
 *
 * @typedef {object} Told
 * @property {string} contract
 * @property {string} type the kind of the entry that it writes, `payment.received`
 * @property {string} [request]
 * @property {string} [mark] what tells it from others of its kind: an amount, a month, a party
 * @property {string} path under `/api/v1`
 * @property {object} body
 * @property {object} [facts] what else the oracle has to know of it
 *
 * @typedef {Told & { key: string, firstSentAt: number, answeredAt: number, attempts: number, status: number, answer: object }} Answered
 */

/** Tells the API things as a careful program does: under an idempotency key, again and again until there is an answer. */
export class Client {
  /** @type {Answered[]} every command that has its answer */
  answered = [];
  /** @type {Told[]} what nobody knows the answer of: it may have an effect, and one at most */
  givenUp = [];
  /** How often each status came, and each broken connection. */
  statuses = new Map();
  /** Answers that nobody should ever get. */
  complaints = [];
  #count = 0;

  /**
   * @param {() => string} url
   * @param {{ name: string, key: string }} caller
   * @param {import('./random.mjs').Random} random
   */
  constructor(url, caller, random) {
    this.url = url;
    this.caller = caller;
    this.random = random;
  }

  /**
   * Tells it until it is answered; some things are told twice at once. Throws after three minutes without an answer.
   *
   * @param {Told} told
   * @param {number} [copies] sent at once, under one key
   * @returns {Promise<Answered>}
   */
  async tell(told, copies = this.random.chance(0.08) ? 2 : 1) {
    const key = `${told.contract}-${++this.#count}`;
    const firstSentAt = Date.now();
    const sent = Array.from({ length: copies }, () => this.#untilAnswered(told, key));
    const answers = await Promise.all(sent).catch((error) => {
      this.givenUp.push(told);
      throw error;
    });
    const [{ status, body, attempts }] = answers;
    const different = new Set(answers.map((each) => `${each.status} ${JSON.stringify(each.body)}`));
    if (different.size > 1)
      this.#complain(`${told.path} under one key was answered ${[...different].join(' and ')}`);
    const answered = { ...told, key, firstSentAt, answeredAt: Date.now(), attempts, status, answer: body };
    // A clock that was moved is no command, and is in the journal all the same: the oracle has to know.
    this.answered.push(answered);
    return answered;
  }

  /** Reads until it is answered with 200. */
  async read(path, seconds = PATIENCE_SECONDS) {
    const giveUpAt = Date.now() + seconds * 1000;
    for (;;) {
      const { status, body } = await this.once('GET', path);
      if (status === 200) return body;
      if (Date.now() > giveUpAt) throw new Error(`GET ${path} is still answered ${status}`);
      await delay(AGAIN_MILLISECONDS);
    }
  }

  /** One call; a connection that breaks is the status 0. */
  async once(method, path, { body, key, headers = {} } = {}) {
    try {
      const response = await fetch(`${this.url()}/api/v1${path}`, {
        method,
        signal: AbortSignal.timeout(ATTEMPT_SECONDS * 1000),
        headers: {
          authorization: `Bearer ${this.caller.key}`,
          ...(key && { 'idempotency-key': key }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, body: isJson ? JSON.parse(text) : text };
    } catch (error) {
      return { status: 0, body: { code: error.cause?.code ?? error.name } };
    }
  }

  async #untilAnswered(told, key) {
    const giveUpAt = Date.now() + PATIENCE_SECONDS * 1000;
    for (let attempts = 1; ; attempts++) {
      const { status, body } = await this.once('POST', told.path, { body: told.body, key });
      this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
      if (status === 500) this.#complain(`${told.path} was answered 500, ${body.errorId}`);
      const isAnswer = status !== 0 && status !== 202 && status < 500 && status !== 429;
      if (isAnswer) return { status, body, attempts };
      if (Date.now() > giveUpAt)
        throw new Error(`${told.path} has no answer after ${PATIENCE_SECONDS} s: ${status}`);
      await delay(AGAIN_MILLISECONDS);
    }
  }

  #complain(complaint) {
    this.complaints.push(`${new Date().toISOString()} ${complaint}`);
  }
}
