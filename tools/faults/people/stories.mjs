// What people do with one contract, from its draft on. Each story gives the facts that the oracle starts from.
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const { parties } = JSON.parse(
  readFileSync(new URL('../../../docs/examples/contract.json', import.meta.url), 'utf8'),
);

/** An answer that a careful person did not expect: the product refused what it should have taken. */
export class Refused extends Error {}

/** One contract in the hands of one person. */
export class Hand {
  /** @type {import('../client.mjs').Answered[]} what was accepted, in order */
  accepted = [];

  /**
   * @param {import('../load.mjs').Load} load
   * @param {string} contract
   * @param {{ clock: 'real' | 'manual', termStart: string, termMonths: number, fee: number, permille: number }} terms
   */
  constructor(load, contract, terms) {
    this.load = load;
    this.contract = contract;
    this.terms = terms;
    load.hands.push(this);
  }

  /** Throws {@link Refused} where it is not accepted. */
  async tell(type, path, body, more = {}, copies) {
    const address = path === null ? '/contracts' : `/contracts/${this.contract}${path}`;
    const told = { contract: this.contract, type, path: address, body, ...more };
    const answered = await this.load.client.tell(told, copies);
    if (answered.status >= 300) {
      const { code, detail } = answered.answer;
      throw new Refused(
        `${address} ${JSON.stringify(body)} was refused: ${answered.status} ${code} ${detail}`,
      );
    }
    this.accepted.push(answered);
    return answered;
  }

  /** Draft, signing, both signatures. */
  async sign() {
    const { clock, termStart, termMonths, fee, permille } = this.terms;
    const parameters = {
      termStart,
      termMonths,
      monthlyFee: `${fee}.00`,
      penaltyPermille: String(permille),
    };
    const body = {
      id: this.contract,
      template: 'it-support-2025',
      clientId: 'acme',
      clock,
      parameters,
      parties,
    };
    await this.tell('contract.drafted', null, body);
    this.load.reached('signing');
    await this.tell('contract.sent', '/send', {});
    await this.tell(
      'contract.signed',
      '/signatures',
      { party: 'provider', signer: 'Li' },
      { mark: 'provider' },
    );
    await this.tell(
      'contract.signed',
      '/signatures',
      { party: 'client', signer: 'Wang' },
      { mark: 'client' },
    );
  }

  record(request, severity, more = {}) {
    const body = { name: request, ...severity, ...more };
    return this.tell('request.recorded', '/requests', body, { request });
  }

  act(request, action, more = {}) {
    const type = EVENTS[action] ?? `request.${action}`;
    return this.tell(type, `/requests/${request}/actions`, { type: action, ...more }, { request });
  }

  /** @param {number} fen */
  pay(fen, more = {}, copies) {
    const body = { amount: yuan(fen), ...more };
    return this.tell('payment.received', '/payments', body, { mark: body.amount }, copies);
  }

  async status() {
    return (await this.load.client.read(`/contracts/${this.contract}`)).status;
  }

  async whenStatus(wanted, seconds = 120) {
    const giveUpAt = Date.now() + seconds * 1000;
    for (;;) {
      const status = await this.status();
      if (wanted.includes(status)) return status;
      if (Date.now() > giveUpAt)
        throw new Refused(
          `${this.contract} is still ${status} after ${seconds} s, not ${wanted.join(' or ')}`,
        );
      await delay(300);
    }
  }
}

const EVENTS = {
  respond: 'request.responded',
  resolve: 'request.resolved',
  close: 'request.closed',
  pause: 'request.paused',
  resume: 'request.resumed',
};

/** @param {number | bigint} fen @returns {string} `20000.00` */
export function yuan(fen) {
  const text = String(fen).padStart(3, '0');
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

export const SEVERITIES = [
  { urgency: 'high', impact: 'high' },
  { urgency: 'high', impact: 'medium' },
  { urgency: 'medium', impact: 'medium' },
  { urgency: 'low', impact: 'medium' },
];
