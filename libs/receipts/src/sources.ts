import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { type Source } from './receipt.js';

/** A line of the ledger as a receipt names it: who it concerns, not what else it says. */
export interface SourceLine extends Source {
  readonly kind: string;
  readonly at: Instant;
  readonly request: string | null;
  readonly period: string | null;
  readonly target: string | null;
  /** The instant of the miss that the line is about. */
  readonly missAt: string | null;
}

/** A line as it stands in the ledger, as far as a receipt needs it. */
export interface WrittenLine extends Source {
  readonly kind: string;
  readonly at: Instant;
  readonly clause: string;
  readonly request: string | null;
  readonly payload: Json;
}

/** Kinds of lines that are facts of later decisions of the contract itself. */
export const CONTRACT_FACTS = [
  'penalty.fixed',
  'charge.fixed',
  'miss.waived',
  'miss.annulled',
  'month.assessed',
  'month.reassessed',
  'invoice.issued',
  'settlement.paidOut',
  'obligation.missed',
  'statement.contested',
  'statement.decided',
] as const;

/** Kinds of lines that are facts of later decisions about their request. */
export const REQUEST_FACTS = [
  'request.recorded',
  'request.responded',
  'request.workaround',
  'request.path',
  'request.resolved',
  'request.reopened',
  'request.paused',
  'request.resumed',
  'request.reclassified',
  'target.missed',
] as const;

const FACTS: ReadonlySet<string> = new Set([...CONTRACT_FACTS, ...REQUEST_FACTS]);

export function isFact({ kind }: Pick<WrittenLine, 'kind'>): boolean {
  return FACTS.has(kind);
}

export function sourceLine(line: WrittenLine): SourceLine {
  const { sequence, hash, kind, at, request, payload } = line;
  const text = (member: string): string | null => {
    const value = (payload as { readonly [key: string]: Json } | null)?.[member];
    return typeof value === 'string' ? value : null;
  };
  const missAt = text('missAt') ?? text('missedAt');
  return { sequence, hash, kind, at, request, period: text('period'), target: text('target'), missAt };
}

/** The lines up to and including those of a step, in their order. */
export class Sources {
  constructor(private readonly lines: readonly SourceLine[]) {}

  /** All that are wanted. */
  all(isWanted: (line: SourceLine) => boolean): Source[] {
    return this.lines.filter(isWanted).map(named);
  }

  /** The last that is wanted; none where there is none. */
  last(isWanted: (line: SourceLine) => boolean): Source[] {
    const line = this.lines.findLast(isWanted);
    return line ? [named(line)] : [];
  }
}

export function named({ sequence, hash }: Source): Source {
  return { sequence, hash };
}
