import { Clerk } from '#decisions/clerk';
import { draftContract } from '#domain/contract/draft';
import { fireContractDeadline, stepContract } from '#domain/contract/step';
import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractState } from '#domain/contract/state';
import { type Entry } from '#domain/entry';
import { joinPath, type Fault } from '#domain/fault';
import { NO_ANSWERS } from '#domain/question';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type TermsOf, withAmendments } from './amending.js';
import { rehearsalDocument, type RehearsalDocument, type Standing } from './document.js';
import { routeEvent } from './events.js';
import { inOrderOfParameters, mendedParameters, withoutRefusedDetail } from './mending.js';
import { outsideScenario } from './outside.js';
import { type PlacedEvent, type ReadScenario, type Scenario } from './scenario.js';
import { Simulator } from './simulate.js';

/** What came of a scenario: its document, or all that is wrong with it. */
export type Rehearsal =
  | { readonly document: RehearsalDocument; readonly entries: readonly Entry[]; readonly terms: Terms }
  | { readonly faults: readonly Fault[] };

const NO_CONTEXT = { requests: [], answers: NO_ANSWERS };

/** Runs a scenario in memory. Every fault of the scenario is found in one run: a refused event changes nothing. */
export async function simulateScenario(
  read: ReadScenario,
  termsOf: TermsOf,
  clerk: Clerk = new Clerk(),
  told?: (entries: readonly Entry[], standing: Standing) => void,
): Promise<Rehearsal> {
  if (read.scenario === null) return { faults: read.faults };
  const { scenario } = read;
  const made = await madeTerms(scenario, termsOf);
  const faults = [...made.faults, ...read.faults];
  if (made.terms === null) return { faults: inFileOrder(faults) };
  const untilFaults = frameFaults(made.terms, scenario);
  const until = untilFaults.length > 0 ? null : scenario.until;
  const simulator = new Simulator(made.terms, clerk, signedContract(made.terms), told);
  const amended = await withAmendments(scenario, made.terms, termsOf);
  faults.push(...amended.faults, ...untilFaults);
  faults.push(...(await playedAll(simulator, made.terms, clerk, { ...read, events: amended.events }, until)));
  if (faults.length > 0 || until === null) return { faults: inFileOrder(faults) };
  await simulator.advanceThrough(until);
  const document = await rehearsalDocument(simulator.standing(), until, clerk);
  return { document, entries: simulator.entries, terms: made.terms };
}

/** The terms; with faults, those of mended parameters, so that the events can be looked at as well. */
async function madeTerms(
  scenario: Scenario,
  termsOf: TermsOf,
): Promise<{ terms: Terms | null; faults: readonly Fault[] }> {
  const made = await termsOf(scenario);
  if ('terms' in made) return { terms: made.terms, faults: [] };
  const parameters = mendedParameters(scenario.parameters, made.faults);
  const mended = parameters && (await termsOf({ ...scenario, parameters }));
  return {
    terms: mended && 'terms' in mended ? mended.terms : null,
    faults: inOrderOfParameters(scenario.parameters, made.faults),
  };
}

/** Plays every event; one fault per event at most. What only follows from an earlier fault is none. */
async function playedAll(
  simulator: Simulator,
  terms: Terms,
  clerk: Clerk,
  read: Pick<ReadScenario, 'doubtfulRequests'> & { readonly events: readonly PlacedEvent[] },
  until: Instant | null,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const doubtful = new Set(read.doubtfulRequests);
  for (const placed of read.events) {
    const path = `events[${placed.index}]`;
    const outside = outsideScenario(terms, placed, until);
    const fault = outside
      ? { path: joinPath(path, 'at'), ...outside }
      : await played(simulator, terms, clerk, placed, path);
    if (!fault) continue;
    if (outside || !concernsAnyOf(placed, doubtful)) faults.push(fault);
    const { event } = placed;
    if (event.type === 'request.recorded' && !simulator.knows(event.request)) doubtful.add(event.request);
  }
  return faults;
}

/** In a rehearsal, signing is done before the start: both parties, at the start, in the order client, provider. */
export function signedContract(terms: Terms): ContractState {
  const at = terms.startsAt;
  let state = draftContract(terms, 'rehearsal', at).state;
  state = stepContract(terms, state, { type: 'contract.sent', at, dueAt: at }, NO_CONTEXT).state;
  for (const by of ['client', 'provider'] as const) {
    state = stepContract(
      terms,
      state,
      { type: 'contract.signed', at, by, signer: 'rehearsal' },
      NO_CONTEXT,
    ).state;
  }
  const activation = nextContractDeadline(terms, state);
  if (activation?.kind !== 'activation') throw new Error('a signed contract has no activation');
  return fireContractDeadline(terms, state, activation, NO_CONTEXT).state;
}

async function played(
  simulator: Simulator,
  terms: Terms,
  clerk: Clerk,
  placed: PlacedEvent,
  path: string,
): Promise<Fault | null> {
  await simulator.advanceTo(placed.at);
  try {
    const { event } = placed;
    const held = 'request' in event ? simulator.termsFor(event.request, placed.at) : terms;
    await simulator.apply(await routeEvent(held, clerk, placed));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const event = withoutRefusedDetail(placed.event, error.member, terms);
    if (event) await played(simulator, terms, clerk, { ...placed, event }, path);
    return { path: joinPath(path, error.member), problem: error.problem, allowed: error.allowed };
  }
}

function frameFaults(terms: Terms, scenario: Scenario): Fault[] {
  if (scenario.until === null || scenario.until >= terms.startsAt) return [];
  return [
    {
      path: 'until',
      problem: 'is before the start of the term',
      allowed: `allowed is ${terms.startsAt} or later`,
    },
  ];
}

function concernsAnyOf(placed: PlacedEvent, requests: ReadonlySet<string>): boolean {
  return 'request' in placed.event && requests.has(placed.event.request);
}

function inFileOrder(faults: readonly Fault[]): Fault[] {
  const place = (fault: Fault): number =>
    Number(/^events\[(\d+)\]/.exec(fault.path)?.[1] ?? (fault.path === 'until' ? Infinity : -1));
  return faults
    .map((fault, index) => ({ fault, index }))
    .sort((a, b) => place(a.fault) - place(b.fault) || a.index - b.index)
    .map(({ fault }) => fault);
}
