import { readFileSync } from 'node:fs';
import { factsAt, type FactsAt } from '#execution/facts-at';
import { type PaperFacts } from '#documents/kinds/facts';
import { type Paper } from '#documents/paper';
import { bringsPapers, papersOf } from '#documents/papers-of';
import { type Entry } from '#domain/entry';
import { dateIn } from '#domain/time/zone';
import { readLedger } from '#persistence/ledger';
import { conductScenario } from '#rehearsal/conduct';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { loadTemplate } from '#templates/load';
import { rehearsedPapers } from '../../apps/cli/src/documents/collect.js';
import { Engine } from '../support/engine.js';

const CASES = new URL('../cases/rehearsal/', import.meta.url);

/** Between them every document that a rehearsal can bring about, but for those of a signing. */
const NAMES = [
  '09-termination-right',
  '11-money',
  '18-agreed-termination',
  '45-amended',
  '46-ends-by-notice',
  '47-contested',
];

/** Real workflows over a real PostgreSQL; what they wrote into their ledgers is read again. */
describe('the documents of a scenario are the same from the simulator and from a ledger', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await Engine.start();
  });

  afterAll(() => engine.stop());

  it.each(NAMES)(
    '%s, in Chinese and English',
    async (name) => {
      const text = readFileSync(new URL(`${name}.json`, CASES), 'utf8');
      const contract = await conducted(text);
      for (const language of ['zh-CN', 'en'] as const) {
        const rehearsed = await rehearsedPapers(readScenario(text), language);
        if ('faults' in rehearsed) throw new Error('the scenario has faults');
        const expected = rehearsed.papers.map(({ paper }) => plain(paper, 'REHEARSAL'));
        const found = await papersOfLedger(contract, language);
        expect(found.map(nameOf)).toEqual(expected.map(nameOf));
        expect(found).toEqual(expected);
      }
    },
    240_000,
  );

  async function conducted(text: string): Promise<string> {
    const { scenario } = readScenario(text);
    if (!scenario?.until) throw new Error('the scenario has faults');
    const made = await scenarioTerms(scenario);
    if ('faults' in made) throw new Error('the terms have faults');
    const result = await conductScenario(engine, { ...scenario, until: scenario.until }, made.terms);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result.contract;
  }

  async function papersOfLedger(contract: string, language: Paper['language']): Promise<Paper[]> {
    const em = engine.orm.em.fork();
    const lines = (await readLedger(em, contract)).filter(({ kind }) => bringsPapers(kind));
    const papers: Paper[] = [];
    for (const { sequence } of lines) {
      const facts = await factsAt(em, contract, sequence);
      const made = papersOf(await paperFacts(facts), entryOf(facts), language);
      papers.push(...made.map((paper) => plain(paper, contract)));
    }
    return papers;
  }
});

/** A paper without what the two contracts differ in: their numbers, and that one of them is a rehearsal. */
function plain(paper: Paper, contract: string): Paper {
  const named = JSON.stringify({ ...paper, watermark: null }).replaceAll(contract, 'C');
  return JSON.parse(named) as Paper;
}

function nameOf({ kind, key, date }: Paper): string {
  return [kind, key ?? '', date].join(' ');
}

function entryOf({ line: { kind, at, clause, request, payload } }: FactsAt): Entry {
  return { kind, at, clause, request: request ?? null, payload: payload as Entry['payload'] };
}

async function paperFacts({
  amendment,
  line: _line,
  clock: _c,
  clientId: _i,
  ...facts
}: FactsAt): Promise<PaperFacts> {
  if (!amendment) return facts;
  const { id: number, effectiveAt, reason, before, after } = amendment;
  const { parameters: parameterLabels } = await loadTemplate(facts.terms.template.id);
  const effectiveDate = dateIn(effectiveAt, facts.terms.zone);
  return { ...facts, amendment: { number, effectiveDate, reason, before, after, parameterLabels } };
}
