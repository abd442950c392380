import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { type FactLine } from '#persistence/queries/recorded-facts';
import { factsOf } from './recorded-contract.js';

let sequence = 0;

function line(owner: string, kind: string, at: string, event: Json | null = null, late = false): FactLine {
  sequence += 1;
  return { sequence, owner, kind, at: at as Instant, event, late };
}

const told = (type: string, at: string, more: object = {}): Json => ({ type, at, ...more }) as Json;

/** `TYPE AT`, with `!` where the deadlines of that instant had passed. */
const played = (lines: readonly FactLine[]): string[] =>
  factsOf(lines).map(({ event, at, afterDeadlines }) => `${event.type} ${at}${afterDeadlines ? '!' : ''}`);

describe('the facts of a ledger', () => {
  beforeEach(() => {
    sequence = 0;
  });

  it('are what was told, in the order in which it counts; what the product concluded is left out', () => {
    const lines = [
      line('contract', 'contract.drafted', 't0', told('contract.draft', 't0')),
      line('contract', 'payment.received', 't3', told('payment.received', 't3')),
      line('request/A', 'request.recorded', 't2', told('request.recorded', 't2')),
      line('contract', 'miss.annulled', 't4', told('miss.annulled', 't4')),
      line('request/A', 'contract.ended', 't5', told('contract.ended', 't5')),
    ];
    expect(played(lines)).toEqual(['request.recorded t2', 'payment.received t3']);
  });

  it('are played when they were told where they came late, or belong to a month that had closed', () => {
    const lines = [
      line('request/A', 'request.recorded', 't1', told('request.recorded', 't1')),
      line('contract', 'month.assessed', 't5'),
      line('contract', 'invoice.issued', 't5'),
      line(
        'request/A',
        'request.responded',
        't2',
        told('request.responded', 't2', { lateReason: 'paper' }),
        true,
      ),
      line('request/B', 'request.recorded', 't3', told('request.recorded', 't3')),
      line('request/A', 'request.resolved', 't6', told('request.resolved', 't6')),
    ];
    expect(played(lines)).toEqual([
      'request.recorded t1',
      'request.responded t5!',
      'request.recorded t5!',
      'request.resolved t6',
    ]);
    expect(factsOf(lines)[1]).toMatchObject({ lateReason: 'paper', event: { at: 't2' } });
    expect(factsOf(lines)[1]?.event).not.toHaveProperty('lateReason');
  });

  it('know whether the deadlines of their instant had passed when they were told', () => {
    const lines = [
      line('request/A', 'request.recorded', 't1', told('request.recorded', 't1')),
      line('request/A', 'target.missed', 't2'),
      line('request/A', 'request.responded', 't2', told('request.responded', 't2')),
      line('contract', 'miss.waived', 't2', told('miss.waived', 't2', { request: 'A' })),
      line('contract', 'month.assessed', 't3'),
      line('contract', 'payment.received', 't3', told('payment.received', 't3')),
      line('contract', 'invoice.issued', 't4'),
      line('contract', 'payment.received', 't4', told('payment.received', 't4')),
    ];
    expect(played(lines)).toEqual([
      'request.recorded t1',
      'request.responded t2!',
      'miss.waived t2!',
      'payment.received t3',
      'payment.received t4!',
    ]);
  });
});
