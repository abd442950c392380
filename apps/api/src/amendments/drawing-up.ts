import { Injectable } from '@nestjs/common';
import { asPublished, carriedParameters } from '#templates/carried';
import { recordedTemplate } from '#backtest/found-templates';
import { Clerk } from '#decisions/clerk';
import { contentHash } from '#decisions/hash';
import { type ContractText } from '#domain/command';
import { type EventOf } from '#domain/contract/events';
import { looksAtRequests } from '#domain/contract/needs';
import { type ContractState } from '#domain/contract/state';
import { stepContract } from '#domain/contract/step';
import { type Fault, quote } from '#domain/fault';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { startOfDay } from '#domain/time/zone';
import { type AmendmentWish } from '#persistence/queries/amendment-drafts';
import { incidentsOf } from '#persistence/store';
import { contractTerms } from '#templates/contract-terms';
import { type Calendars } from '#templates/package-calendars';
import { partiesSchema } from '#templates/parties';
import { TemplateError } from '#templates/template-error';
import { type KnownContract } from '../contracts/contract-reader.js';
import { type ShelfTemplate, TemplateShelf } from '../templates/shelf.js';
import { termsBefore, Texts } from './then.js';

interface Wording {
  readonly terms: Terms;
  readonly text: ContractText;
}

/** An amendment as it would be sent: what holds from it on, and what it takes the place of. */
export interface DrawnUp {
  readonly id: string;
  readonly effectiveAt: Instant;
  readonly reason: string;
  readonly before: Wording;
  readonly after: Wording;
  /** The template that the contract goes on with. */
  readonly template: ShelfTemplate;
}

/** An amendment that can be made, or everything that is wrong with it. */
export type DrawingUp = { readonly drawnUp: DrawnUp } | { readonly faults: readonly Fault[] };

type AmendmentEvent = EventOf<'amendment.sent' | 'amendment.agreed'>;

/** Works out what an amendment comes to, from the terms in force and what is wished for. */
@Injectable()
export class AmendmentDrawing {
  private readonly clerk = new Clerk();

  constructor(private readonly shelf: TemplateShelf) {}

  /**
   * The amendment that a wish makes of a contract, as if both parties agreed on it at an instant. All that is wrong is
   * said at once, also what the contract itself would refuse.
   */
  async drawUp(known: KnownContract, id: string, wish: AmendmentWish, at: Instant): Promise<DrawingUp> {
    const effectiveAt = startOfDay(wish.effectiveDate, known.terms.zone);
    const { terms, amendments } = termsBefore(known, effectiveAt, id);
    const before = { terms, text: (await Texts.of(known)).under(amendments) };
    const made = await this.amendedTerms(known, terms, wish, effectiveAt);
    const common = { id, effectiveAt, reason: wish.reason };
    // Where there are no amended terms to try, the instant at least is tried.
    const tried = 'faults' in made ? before : made.after;
    const body = { ...common, amendment: id, at, ...tried };
    const refusal = await this.refusal(known, { type: 'amendment.agreed', ...body });
    const faults = 'faults' in made ? [...made.faults] : nothingChanged(before, made.after);
    if (refusal) faults.push(refusal);
    if ('faults' in made || faults.length > 0) return { faults };
    return { drawnUp: { ...common, before, after: made.after, template: made.template } };
  }

  /** The state that a contract would have after an amendment. Throws a Refusal. */
  async stepped(known: KnownContract, event: AmendmentEvent): Promise<ContractState> {
    const { row, terms, em } = known;
    const looks = looksAtRequests(terms, event.type);
    const requests = looks ? (await incidentsOf(em, row.id)).map(({ state }) => state) : [];
    const step = await this.clerk.answering((answers) =>
      stepContract(terms, row.state, event, { requests, answers }),
    );
    return step.state;
  }

  private async refusal(known: KnownContract, event: AmendmentEvent): Promise<Fault | null> {
    try {
      await this.stepped(known, event);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return refusalFault(error);
      throw error;
    }
  }

  private async amendedTerms(
    { row, em }: KnownContract,
    before: Terms,
    { templateVersion, parameters }: AmendmentWish,
    effectiveAt: Instant,
  ): Promise<
    { readonly after: Wording; readonly template: ShelfTemplate } | { readonly faults: readonly Fault[] }
  > {
    try {
      const own = await recordedTemplate(em, before.template);
      const isOther = templateVersion !== null && templateVersion !== before.template.version;
      const template = isOther ? await this.shelf.find(before.template.id, templateVersion) : own;
      if (template === null) return { faults: [templateAway(before)] };
      const carried = carriedParameters(before, template.template, null, parameters).values;
      const calendars = isOther ? template.calendars : withOwnCalendar(template, before);
      const given = { ...carried, ...parameters };
      const made = await contractTerms(template.template, given, calendars, { before, effectiveAt });
      if ('faults' in made) return made;
      return {
        after: { terms: made.terms, text: made.textFor(partiesSchema.parse(row.parties)) },
        template,
      };
    } catch (error) {
      if (error instanceof TemplateError) return { faults: error.faults };
      throw error;
    }
  }
}

/** The contract keeps its calendar as it was when it was signed: a later notice never moves what is due by it. */
function withOwnCalendar({ calendars }: { readonly calendars: Calendars }, { calendar }: Terms): Calendars {
  return { ...calendars, [calendar.id]: asPublished(calendar) };
}

function nothingChanged(before: Wording, after: Wording): Fault[] {
  if (contentHash({ ...before }) !== contentHash({ ...after })) return [];
  return [
    {
      path: 'parameters',
      problem: 'change nothing',
      allowed: 'allowed is another value of a parameter, or another templateVersion',
    },
  ];
}

/** What the core names as a member of its own is a parameter of the wish. */
const PARAMETERS_OF: Readonly<Record<string, string>> = {
  termStart: 'parameters.termStart',
  zone: 'parameters.zone',
  schedule: 'parameters',
  invoices: 'parameters',
  obligations: 'parameters',
  renewal: 'parameters',
};

export function refusalFault({ member, problem, allowed }: Refusal): Fault {
  return { path: PARAMETERS_OF[member] ?? member, problem, allowed };
}

function templateAway({ template: { id, version, hash } }: Terms): Fault {
  return {
    path: 'templateVersion',
    problem: `the contract's template ${quote(`${id}@${version}`)} of ${hash.slice(0, 19)} is not to be found`,
    allowed: 'allowed is a published version to take its place',
  };
}
