import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import { type Clerk } from '#decisions/clerk';
import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { factLines, recordedStates } from '#persistence/queries/recorded-facts';
import { inSnapshot } from '#persistence/snapshot';
import { type TemplateWithCalendars } from './amendment.js';
import { memoClerk } from './backtest.js';
import { type ContractComparison } from './comparison.js';
import { type RecordedContract } from './facts.js';
import { recordedTemplate } from './found-templates.js';
import { type Job } from './hands.js';
import { Interner } from './interner.js';
import { recordedContract } from './recorded-contract.js';
import { allTermsOf, type RecordedTemplates, tried } from './tried.js';

/** What came of one contract: a comparison, or why there is none. Plain data. */
export type ContractOutcome =
  | { readonly contract: string; readonly comparison: ContractComparison }
  /** There is no such contract, or the amendment does not fit it. */
  | { readonly contract: string; readonly faults: readonly Fault[] }
  /** It could not be run: a fault of ours, which must not end the run over all the others. */
  | { readonly contract: string; readonly error: string };

/** Back-tests contracts of a database one by one, and keeps at hand what they have in common. */
export class Tester {
  private readonly clerk: Clerk = memoClerk();
  private readonly interner = new Interner();
  private readonly templates = new Map<string, TemplateWithCalendars | null>();

  constructor(private readonly orm: MikroORM) {}

  /** Never throws for what is wrong with one contract; it does when the database is away. */
  async test(contract: string, { amendment, present }: Job): Promise<ContractOutcome> {
    const read = await inSnapshot(this.orm.em, async (em) => {
      const recorded = await this.recorded(em, contract, present);
      return recorded && { recorded, templates: await this.templatesOf(em, recorded) };
    });
    if (!read) return { contract, faults: [unknownContract(contract)] };
    try {
      return { contract, ...(await tried(read.recorded, amendment, read.templates, this.clerk)) };
    } catch (error) {
      return { contract, error: error instanceof Error ? error.message : String(error) };
    }
  }

  private async recorded(
    em: EntityManager,
    contract: string,
    present: Instant,
  ): Promise<RecordedContract | null> {
    const states = await recordedStates(em, contract);
    if (!states) return null;
    const terms = this.interner.terms(states.terms);
    return recordedContract(contract, { ...states, terms }, await factLines(em, contract), present);
  }

  private async templatesOf(em: EntityManager, recorded: RecordedContract): Promise<RecordedTemplates> {
    const templates = new Map<string, TemplateWithCalendars | null>();
    for (const terms of allTermsOf(recorded))
      templates.set(terms.template.hash, await this.templateOf(em, terms));
    return templates;
  }

  private async templateOf(em: EntityManager, { template }: Terms): Promise<TemplateWithCalendars | null> {
    const known = this.templates.get(template.hash);
    if (known !== undefined) return known;
    const found = await recordedTemplate(em, template);
    this.templates.set(template.hash, found);
    return found;
  }
}

function unknownContract(contract: string): Fault {
  return {
    path: 'contract',
    problem: `there is no contract ${contract}`,
    allowed: 'a contract that was drafted',
  };
}
