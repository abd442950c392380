import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { carriedParameters } from '#templates/carried';
import { recordedTemplate } from '#backtest/found-templates';
import { type DraftContract } from '#domain/command';
import { type Fault, quote } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { reserveContractId } from '#persistence/queries/numbers';
import { contractTerms } from '#templates/contract-terms';
import { partiesSchema } from '#templates/parties';
import { type Template } from '#templates/template';
import { TemplateError } from '#templates/template-error';
import { termsAtLast } from '../amendments/then.js';
import { type KnownContract } from '../contracts/contract-reader.js';
import { Problem } from '../http/problem.js';
import { type ShelfTemplate, TemplateShelf } from '../templates/shelf.js';

/** How the next term differs from the one before it. */
export interface RenewalWish {
  readonly termMonths: number;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Null for the version in force. */
  readonly templateVersion: string | null;
}

/** What a renewal's draft begins with, or everything that is wrong with it. */
export type RenewalDraft = { readonly draft: DraftContract } | { readonly faults: readonly Fault[] };

const MOST_RENEWALS = 1_000;

/** Makes the contract that follows another: its term begins when the other ends. */
@Injectable()
export class RenewalDrafts {
  constructor(private readonly shelf: TemplateShelf) {}

  async draftOf(known: KnownContract, wish: RenewalWish, at: Instant): Promise<RenewalDraft> {
    const { row, em } = known;
    const terms = termsAtLast(known);
    try {
      const template = await this.templateOf(em, terms, wish.templateVersion);
      if (template === null) return { faults: [templateAway(terms)] };
      const given = { ...ownTerm(template.template, terms, wish), ...wish.parameters };
      const carried = carriedParameters(terms, template.template, null, given).values;
      const made = await contractTerms(template.template, { ...carried, ...given }, template.calendars);
      if ('faults' in made) return made;
      const faults = termFaults(terms, made.terms);
      if (faults.length > 0) return { faults };
      const { clientId, clock, id: renews } = row;
      const parties = partiesSchema.parse(row.parties);
      const text = made.textFor(parties);
      return {
        draft: { type: 'contract.draft', at, clientId, clock, parties, terms: made.terms, text, renews },
      };
    } catch (error) {
      if (error instanceof TemplateError) return { faults: error.faults };
      throw error;
    }
  }

  private async templateOf(
    em: EntityManager,
    { template: { id, ...own } }: Terms,
    version: string | null,
  ): Promise<ShelfTemplate | null> {
    if (version === null || version === own.version) return recordedTemplate(em, { id, ...own });
    return this.shelf.find(id, version);
  }
}

/**
 * `C-1-R1` for the first renewal of `C-1`, `C-1-R2` for the renewal of that; the next number where one is taken. Nobody
 * else gets it before the transaction ends.
 */
export async function nextRenewalId(em: EntityManager, { row }: KnownContract): Promise<string> {
  const [, base, last] = (row.state.renews !== null && /^(.+)-R(\d{1,3})$/.exec(row.id)) || [];
  const stem = base ?? row.id;
  for (let number = Number(last ?? 0) + 1; number <= MOST_RENEWALS; number++) {
    const id = `${stem}-R${number}`;
    if (await reserveContractId(em, id)) return id;
  }
  throw new Problem('duplicateContract', `${row.id} has ${MOST_RENEWALS} renewals: no number is left`);
}

/** The next term begins on the day after the last. A total that was stated was of that term: of another it is reckoned. */
function ownTerm(
  { terms: slots }: Template,
  terms: Terms,
  { termMonths }: RenewalWish,
): Readonly<Record<string, unknown>> {
  const own: Record<string, unknown> = {};
  const set = (slot: unknown, value: unknown): void => {
    const name = parameterOf(slot);
    if (name !== null) own[name] = value;
  };
  set(slots.term.start, dateIn(terms.endsAt, terms.zone));
  set(slots.term.months, termMonths);
  const held = (slot: unknown): unknown => terms.parameters[parameterOf(slot) ?? ''];
  const isOther = held(slots.term.months) !== termMonths;
  if (isOther && terms.monthlyFee !== null && held(slots.price.total) === 'stated')
    set(slots.price.total, 'computed');
  return own;
}

/** The parameter that fills a slot of the template's terms; null for a fixed value. */
function parameterOf(slot: unknown): string | null {
  if (typeof slot !== 'object' || slot === null || !('parameter' in slot)) return null;
  return typeof slot.parameter === 'string' ? slot.parameter : null;
}

function termFaults(terms: Terms, next: Terms): Fault[] {
  if (next.startsAt === terms.endsAt) return [];
  return [
    {
      path: 'parameters.termStart',
      problem: `begins the next term at ${next.startsAt}`,
      allowed: `allowed is ${terms.endsAt}, when the contract before it ends`,
    },
  ];
}

function templateAway({ template: { id, version, hash } }: Terms): Fault {
  return {
    path: 'templateVersion',
    problem: `the contract's template ${quote(`${id}@${version}`)} of ${hash.slice(0, 19)} is not to be found`,
    allowed: 'allowed is a published version to take its place',
  };
}
