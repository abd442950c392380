import { type z } from 'zod';
import { type Parsed, parseDocument } from '#decisions/schema-faults';
import { joinPath, oneOf, quote, unknownName, type Fault } from '#domain/fault';
import { parseInstant, instant, type Instant } from '#domain/time/instant';
import { sampleParties, type Parties, type Party } from '#templates/parties';
import {
  EVENT_SCHEMAS,
  SCENARIO_FRAME,
  type ScenarioEvent,
  type ScenarioEventType,
} from './scenario-schema.js';

/** An event with its place in the file, and its instant in UTC. */
export interface PlacedEvent {
  readonly index: number;
  readonly at: Instant;
  readonly event: ScenarioEvent;
}

/** A scenario whose members are each well-formed; whether the contract allows them is for the drivers to find out. */
export interface Scenario {
  readonly template: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Both parties: sample data, less what the scenario gives. */
  readonly parties: Parties;
  /** In the order in which they happen; equal instants in the order of the file. */
  readonly events: readonly PlacedEvent[];
  readonly until: Instant | null;
}

/** What was read, with everything found wrong so far; requests of malformed events are left alone by later checks. */
export interface ReadScenario {
  readonly scenario: Scenario | null;
  readonly faults: readonly Fault[];
  readonly doubtfulRequests: ReadonlySet<string>;
}

/** Reads the JSON text of a scenario. Every malformed member is a fault of its own. */
export function readScenario(text: string): ReadScenario {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    const problem = `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
    return {
      scenario: null,
      faults: [{ path: '', problem, allowed: 'allowed is one JSON document' }],
      doubtfulRequests: new Set(),
    };
  }
  return readScenarioDocument(document);
}

/** The same for a document that is parsed already. */
export function readScenarioDocument(document: unknown): ReadScenario {
  const frame = parseDocument(SCENARIO_FRAME, document);
  const members = isObject(document) ? document : {};
  const events = readEvents(Array.isArray(members['events']) ? members['events'] : []);
  const faults = [...('faults' in frame ? frame.faults : []), ...events.faults];
  const { doubtfulRequests } = events;
  const scenario =
    'value' in frame ? { ...frame.value, until: parseInstant(frame.value.until) } : salvaged(members);
  if (scenario === null) return { scenario, faults, doubtfulRequests };
  const { template, parameters, until } = scenario;
  const parties = partiesOf(scenario.parties);
  return {
    scenario: { template, parameters, parties, events: events.placed, until },
    faults,
    doubtfulRequests,
  };
}

/** What can still be looked at of a document whose frame is faulty, so that one run finds as many faults as it can. */
function salvaged(members: Readonly<Record<string, unknown>>) {
  const { template, parameters, until } = members;
  if (typeof template !== 'string' || !isObject(parameters)) return null;
  return {
    template,
    parameters,
    parties: undefined,
    until: typeof until === 'string' ? parseInstant(until) : null,
  };
}

function readEvents(events: readonly unknown[]) {
  const placed: PlacedEvent[] = [];
  const faults: Fault[] = [];
  const doubtfulRequests = new Set<string>();
  events.forEach((document, index) => {
    const parsed = readEvent(document, `events[${index}]`);
    if ('value' in parsed) placed.push({ index, at: instant(parsed.value.at), event: parsed.value });
    else {
      faults.push(...parsed.faults);
      if (isObject(document) && typeof document['request'] === 'string')
        doubtfulRequests.add(document['request']);
    }
  });
  placed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index));
  return { placed, faults, doubtfulRequests };
}

function readEvent(document: unknown, path: string): Parsed<ScenarioEvent> {
  if (!isObject(document))
    return {
      faults: [{ path, problem: `is ${quote(document)}`, allowed: 'allowed is an object with at and type' }],
    };
  const type = document['type'];
  const types = Object.keys(EVENT_SCHEMAS);
  const typePath = joinPath(path, 'type');
  if (typeof type !== 'string') {
    const problem = type === undefined ? 'is missing' : `is ${quote(type)}`;
    return { faults: [{ path: typePath, problem, allowed: oneOf(types) }] };
  }
  if (!isEventType(type)) return { faults: [unknownName(typePath, 'type of event', type, types)] };
  return parseDocument<ScenarioEvent>(EVENT_SCHEMAS[type], document, path);
}

function isEventType(type: string): type is ScenarioEventType {
  return Object.hasOwn(EVENT_SCHEMAS, type);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type GivenParties = z.infer<typeof SCENARIO_FRAME>['parties'];

function partiesOf(given: GivenParties): Parties {
  const { client, provider } = sampleParties;
  return { client: filledIn(client, given?.client), provider: filledIn(provider, given?.provider) };
}

function filledIn(
  sample: Party,
  given: { readonly [Field in keyof Party]?: Party[Field] | undefined } = {},
): Party {
  const known = Object.entries(given).filter(([, value]) => value !== undefined);
  return { ...sample, ...Object.fromEntries(known) };
}
