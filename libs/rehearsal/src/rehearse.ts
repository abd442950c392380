import { Clerk } from '#decisions/clerk';
import { draftContract, fireContractDeadline, stepContract } from '#domain/contract/step';
import { nextContractDeadline } from '#domain/contract/deadlines';
import { type ContractState } from '#domain/contract/state';
import { type Entry } from '#domain/entry';
import { joinPath, type Fault } from '#domain/fault';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { rehearsalDocument, type RehearsalDocument } from './document.js';
import { routeEvent } from './events.js';
import { outsideScenario } from './outside.js';
import { type PlacedEvent, type ReadScenario, type Scenario } from './scenario.js';
import { Simulator } from './simulate.js';

/** What came of a scenario: its document, or all that is wrong with it. */
export type Rehearsal =
  | { readonly document: RehearsalDocument; readonly entries: readonly Entry[]; readonly terms: Terms }
  | { readonly faults: readonly Fault[] };

const NO_CONTEXT = { requests: [], penalties: new Map() };

/** Runs a scenario in memory. Every fault of the scenario is found in one run: a refused event changes nothing. */
export async function simulateScenario(
  read: ReadScenario,
  termsOf: (scenario: Scenario) => Promise<{ terms: Terms } | { faults: readonly Fault[] }>,
  clerk: Clerk = new Clerk(),
): Promise<Rehearsal> {
  if (read.scenario === null) return { faults: read.faults };
  const made = await termsOf(read.scenario);
  if ('faults' in made) return { faults: inFileOrder([...made.faults, ...read.faults]) };
  const faults = [...read.faults, ...frameFaults(made.terms, read.scenario)];
  const { scenario } = read;
  const simulator = new Simulator(made.terms, clerk, signedContract(made.terms));
  for (const placed of scenario.events) {
    const fault = await played(simulator, made.terms, clerk, placed, scenario.until);
    if (fault && !concernsDoubtful(placed, read.doubtfulRequests)) faults.push(fault);
  }
  if (faults.length > 0 || scenario.until === null) return { faults: inFileOrder(faults) };
  await simulator.advanceThrough(scenario.until);
  const document = rehearsalDocument(await simulator.standing(), scenario.until);
  return { document, entries: simulator.entries, terms: made.terms };
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
  until: Instant | null,
): Promise<Fault | null> {
  const path = `events[${placed.index}]`;
  const outside = outsideScenario(terms, placed, until);
  if (outside) return { path: joinPath(path, 'at'), ...outside };
  try {
    await simulator.advanceTo(placed.at);
    await simulator.apply(await routeEvent(terms, clerk, placed));
    return null;
  } catch (error) {
    if (error instanceof Refusal)
      return { path: joinPath(path, error.member), problem: error.problem, allowed: error.allowed };
    throw error;
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

function concernsDoubtful(placed: PlacedEvent, doubtful: ReadonlySet<string>): boolean {
  return 'request' in placed.event && doubtful.has(placed.event.request);
}

function inFileOrder(faults: readonly Fault[]): Fault[] {
  const place = (fault: Fault): number =>
    Number(/^events\[(\d+)\]/.exec(fault.path)?.[1] ?? (fault.path === 'until' ? Infinity : -1));
  return faults
    .map((fault, index) => ({ fault, index }))
    .sort((a, b) => place(a.fault) - place(b.fault) || a.index - b.index)
    .map(({ fault }) => fault);
}
