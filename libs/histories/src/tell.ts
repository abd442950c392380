import { type EntityManager } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';
import { historySentence } from '#narration/history-sentences';
import { entrySentence } from '#narration/sentences';
import { type Sentence } from '#narration/words';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { receiptsAt } from '#persistence/queries/decision-receipts';
import { linesAt } from '#persistence/queries/ledger';
import { type DecisionReceipt } from '#receipts/receipt';
import { type Told } from './interference.js';
import { type Happening } from './run-story.js';
import { secondOf } from './timeline.js';

/** A line of the ledger that a turn wrote: why, and on which facts. */
export interface ToldLine {
  readonly sequence: number;
  readonly kind: string;
  readonly at: Instant;
  readonly actor: string;
  readonly clause: string;
  readonly text: Sentence;
  readonly receipts: readonly {
    readonly id: string;
    readonly facts: readonly {
      readonly name: string;
      readonly value: Json;
      /** The lines that say it; none where the terms do. */
      readonly sources: readonly number[];
    }[];
  }[];
}

/** A happening in words. */
export interface ToldHappening extends Omit<Happening, 'standpoint' | 'moment' | 'updateId' | 'detail'> {
  readonly at: Instant;
  /** Who acted: the actor of the command; `system` where a deadline passed; null where nobody is known. */
  readonly actor: string | null;
  readonly text: Sentence;
  /** The command that asked for it, with what it said; null for what no stored command asked for. */
  readonly command: { readonly id: string; readonly type: string; readonly said: Json } | null;
  readonly lines: readonly ToldLine[];
}

/** Tells happenings in both languages, with the lines that they wrote and what those rest on. */
export async function tell(
  em: EntityManager,
  happenings: readonly Happening[],
  told: Told,
  zone: string,
): Promise<ToldHappening[]> {
  const written = happenings.flatMap(({ standpoint }) => standpoint?.written ?? []);
  const sequences = written.map(({ sequence }) => sequence);
  const lines = new Map((await linesAt(em, told.contract, sequences)).map((line) => [line.sequence, line]));
  const receipts = Map.groupBy(await receiptsAt(em, told.contract, sequences), ({ sequence }) => sequence);
  const receiptsOf = (sequence: number): DecisionReceipt[] =>
    (receipts.get(sequence) ?? []).map(({ content }) => JSON.parse(content) as DecisionReceipt);
  return happenings.map((happening) => {
    const own = (happening.standpoint?.written ?? []).flatMap(({ sequence }) => lines.get(sequence) ?? []);
    return toldOf(
      happening,
      own.map((line) => toldLine(line, receiptsOf(line.sequence), zone)),
      told,
    );
  });
}

function toldOf(happening: Happening, lines: readonly ToldLine[], told: Told): ToldHappening {
  const { workflowId, runId, kind, eventIds, identity, interference } = happening;
  const command = commandOf(happening, told);
  return {
    at: secondOf(happening),
    workflowId,
    runId,
    kind,
    eventIds,
    identity,
    interference,
    actor: command?.actor ?? (happening.updateId === null && kind === 'turn' ? 'system' : null),
    text: textOf(happening, lines),
    command: command && { id: command.id, type: command.type, said: command.said },
    lines,
  };
}

function commandOf({ updateId }: Happening, { commands }: Told) {
  const row = updateId === null ? undefined : commands.get(updateId);
  if (!row) return null;
  const { body } = row.body as { readonly body: { readonly type: string; readonly [member: string]: Json } };
  const { type, ...said } = body;
  // The terms and the text of a contract are its first line's, and long.
  return { id: row.id, actor: row.actor, type, said: type === 'contract.draft' ? null : said };
}

/** What it wrote, a sentence a line; else what happened to the workflow. */
function textOf({ kind, interference, detail }: Happening, lines: readonly ToldLine[]): Sentence {
  if (kind !== 'turn')
    return historySentence({
      kind,
      how: interference ?? detail,
      detail: kind === 'ended' || kind === 'continued' ? '' : detail,
    });
  return {
    'zh-CN': lines.map(({ text }) => text['zh-CN']).join('；'),
    en: lines.map(({ text }) => text.en).join('; '),
  };
}

function toldLine(line: LedgerEntryRow, receipts: readonly DecisionReceipt[], zone: string): ToldLine {
  const { sequence, kind, at, actor, clause, payload } = line;
  const text = entrySentence({ kind, request: line.request ?? null, payload, at }, zone);
  return {
    sequence,
    kind,
    at,
    actor,
    clause,
    text,
    receipts: receipts.map(({ id, facts }) => ({
      id,
      facts: facts.map(({ name, value, sources }) => ({
        name,
        value,
        sources: sources.map((source) => source.sequence),
      })),
    })),
  };
}
