import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { recordedTemplate } from '#backtest/found-templates';
import { type AmendmentState } from '#domain/contract/state';
import { dateIn, startOfDay } from '#domain/time/zone';
import { type AmendmentDraftRow } from '#persistence/entities/amendment-draft';
import {
  type AmendmentWish,
  findAmendmentDraft,
  listAmendmentDrafts,
  lockAmendmentDraft,
} from '#persistence/queries/amendment-drafts';
import { type ParameterDefinition } from '#templates/template';
import { type WriteCall } from '../access/call.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { checkIfMatch } from '../http/entity-tag.js';
import { Problem } from '../http/problem.js';
import { type AmendmentDetail, type AmendmentLine } from './amendment-schemas.js';
import { changesOf } from './changes.js';
import { AmendmentDrawing, type DrawnUp } from './drawing-up.js';
import { termsBefore, Texts } from './then.js';

/** An amendment as somebody names it: in the contract's state, or only a draft. */
export type NamedAmendment =
  | { readonly kind: 'told'; readonly amendment: AmendmentState; readonly draft: AmendmentDraftRow | null }
  | { readonly kind: 'draft'; readonly draft: AmendmentDraftRow };

/** Finds and shows amendments: drafts, and those that the contract knows. */
@Injectable()
export class AmendmentDesk {
  constructor(
    private readonly contracts: ContractReader,
    private readonly drawing: AmendmentDrawing,
  ) {}

  /** In the order of their numbers. */
  async list(contract: string): Promise<AmendmentLine[]> {
    const known = await this.contracts.get(contract);
    const told = known.row.state.amendments;
    const drafts = await listAmendmentDrafts(known.em, contract);
    const only = drafts.filter(({ number }) => !told.some(({ id }) => id === idOf(number)));
    const lines = [
      ...told.map((each) => toldLine(known, each)),
      ...only.map((draft) => draftLine(known, draft)),
    ];
    return lines.toSorted((a, b) => numberOf(a.id) - numberOf(b.id));
  }

  /** Throws a Problem where there is no such amendment. */
  async named(known: KnownContract, id: string, em: EntityManager = known.em): Promise<NamedAmendment> {
    const amendment = known.row.state.amendments.find((each) => each.id === id);
    const draft = await findAmendmentDraft(em, known.row.id, numberOf(id));
    if (amendment) return { kind: 'told', amendment, draft };
    if (draft) return { kind: 'draft', draft };
    throw unknownAmendment(known, id);
  }

  /** A draft that is nothing more yet. Throws a Problem for an amendment that the contract knows already. */
  async draft(known: KnownContract, id: string, em: EntityManager): Promise<AmendmentDraftRow> {
    const named = await this.named(known, id, em);
    if (named.kind === 'draft') return named.draft;
    const fault = {
      path: 'amendment',
      problem: `${id} is ${named.amendment.status}`,
      allowed: 'allowed is a draft; draw up another amendment',
    };
    throw new Problem('wrongState', `amendment: ${fault.problem}, ${fault.allowed}`, [fault]);
  }

  /** The same for a change: locked until the transaction ends, at the version that the change is meant for. */
  async draftFor(
    call: WriteCall,
    known: KnownContract,
    id: string,
    em: EntityManager,
  ): Promise<AmendmentDraftRow> {
    const row = await lockAmendmentDraft(em, await this.draft(known, id, em));
    if (!row) throw unknownAmendment(known, id);
    checkIfMatch(call, row.version);
    return row;
  }

  /** A draft worked out as things stand now. Throws a Problem with everything that is wrong with it. */
  async drawnUp(
    known: KnownContract,
    id: string,
    wish: AmendmentWish,
    at = commandAt(known),
  ): Promise<DrawnUp> {
    const made = await this.drawing.drawUp(known, id, wish, at);
    if ('faults' in made) throw Problem.ofFaults(made.faults);
    return made.drawnUp;
  }

  async show(contract: string, id: string, em?: EntityManager): Promise<AmendmentDetail> {
    return (await this.read(contract, id, em)).view;
  }

  /** An amendment as it is shown, and the version of its draft; null where there was none. */
  async read(
    contract: string,
    id: string,
    em?: EntityManager,
  ): Promise<{ readonly view: AmendmentDetail; readonly version: number | null }> {
    const known = await this.contracts.get(contract, em);
    const named = await this.named(known, id);
    const { draft } = named;
    const view =
      named.kind === 'draft'
        ? await this.showDraft(known, named.draft)
        : await this.showTold(known, named.amendment, draft);
    return { view, version: draft && draft.version };
  }

  private async showDraft(known: KnownContract, draft: AmendmentDraftRow): Promise<AmendmentDetail> {
    const line = draftLine(known, draft);
    const made = await this.drawing.drawUp(known, line.id, draft, commandAt(known));
    const shown = { contract: known.row.id, ...line, draft: draftView(draft), envelope: null };
    if ('faults' in made) return { ...shown, template: null, changes: null, faults: [...made.faults] };
    const { before, after, template } = made.drawnUp;
    const former = await this.definitions(known, before.terms.template);
    const changes = changesOf(before, after, definitionsOf(template.template.parameters, former));
    return { ...shown, template: { ...after.terms.template }, changes, faults: [] };
  }

  private async showTold(
    known: KnownContract,
    amendment: AmendmentState,
    draft: AmendmentDraftRow | null,
  ): Promise<AmendmentDetail> {
    const { id, effectiveAt, terms } = amendment;
    const { terms: held, amendments } = termsBefore(known, effectiveAt, id);
    const texts = await Texts.of(known);
    const [before, after] = [
      { terms: held, text: texts.under(amendments) },
      { terms, text: texts.under([amendment]) },
    ];
    const [now, former] = [
      await this.definitions(known, terms.template),
      await this.definitions(known, held.template),
    ];
    return {
      contract: known.row.id,
      ...toldLine(known, amendment),
      template: { ...terms.template },
      draft: draft && draftView(draft),
      changes: changesOf(before, after, definitionsOf(now, former)),
      faults: [],
      envelope: known.row.state.envelopes.some((each) => each.id === id) ? id : null,
    };
  }

  /** The parameters of a template with their labels; none where it is not to be found any more. */
  private async definitions(
    { em }: KnownContract,
    template: KnownContract['terms']['template'],
  ): Promise<readonly ParameterDefinition[]> {
    return (await recordedTemplate(em, template))?.template.parameters ?? [];
  }
}

function unknownAmendment({ row }: KnownContract, id: string): Problem {
  return new Problem('unknownAmendment', `There is no amendment ${id} of ${row.id}`);
}

export function idOf(number: number): string {
  return `A-${number}`;
}

export function numberOf(id: string): number {
  return Number(id.slice('A-'.length));
}

/** The last number that a contract itself knows. */
export function lastNumber({ row }: KnownContract): number {
  return Math.max(0, ...row.state.amendments.map(({ id }) => numberOf(id)));
}

/** The parameters of the template that a contract goes on with, then those that only the former one has. */
export function definitionsOf(
  now: readonly ParameterDefinition[],
  former: readonly ParameterDefinition[],
): ParameterDefinition[] {
  return [...now, ...former.filter(({ name }) => !now.some((each) => each.name === name))];
}

function toldLine({ terms }: KnownContract, amendment: AmendmentState): AmendmentLine {
  const { id, status, effectiveAt, reason, agreedAt } = amendment;
  return { id, status, effectiveDate: dateIn(effectiveAt, terms.zone), effectiveAt, reason, agreedAt };
}

function draftLine({ terms }: KnownContract, draft: AmendmentDraftRow): AmendmentLine {
  const { number, effectiveDate, reason } = draft;
  const effectiveAt = startOfDay(effectiveDate, terms.zone);
  return { id: idOf(number), status: 'draft', effectiveDate, effectiveAt, reason, agreedAt: null };
}

function draftView(row: AmendmentDraftRow): NonNullable<AmendmentDetail['draft']> {
  const { parameters, templateVersion, createdAt, createdBy, changedAt, changedBy } = row;
  return {
    parameters: { ...parameters },
    templateVersion: templateVersion ?? null,
    createdAt,
    createdBy,
    changedAt,
    changedBy,
  };
}
