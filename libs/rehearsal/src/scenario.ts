import { type z } from 'zod';
import { parseDocument } from '#decisions/schema-faults';
import { joinPath, oneOf, quote, unknownName, type Fault } from '#domain/fault';
import { parseInstant, instant, type Instant } from '#domain/time/instant';
import { sampleParties, type Parties, type Party } from '#templates/parties';
import { type AmendedContract } from './amending.js';
import { mendedEvent } from './mending.js';
import {
  EVENT_SCHEMAS,
  MAX_EVENTS,
  SCENARIO_FRAME,
  type ScenarioEvent,
  type ScenarioEventType,
} from './scenario-schema.js';

/** An event with its place in the file, and its instant in UTC. */
export interface PlacedEvent {
  readonly index: number;
  readonly at: Instant;
  readonly event: ScenarioEvent;
  /** What an amendment comes to: the terms and the text that hold from its day on. */
  readonly amended?: AmendedContract;
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
    const message = error instanceof Error ? error.message : String(error);
    const problem = `is not JSON: ${message.replace(/\s+/g, ' ')}`;
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
  const events = readEvents(members['events']);
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

/** More events than are allowed are not looked at one by one. */
function readEvents(given: unknown) {
  const events = Array.isArray(given) && given.length <= MAX_EVENTS ? given : [];
  const placed: PlacedEvent[] = [];
  const faults: Fault[] = [];
  const doubtfulRequests = new Set<string>();
  events.forEach((document, index) => {
    const { event, faults: found } = readEvent(document, `events[${index}]`);
    faults.push(...found);
    if (event) placed.push({ index, at: instant(event.at), event });
    else if (isObject(document) && typeof document['request'] === 'string')
      doubtfulRequests.add(document['request']);
  });
  placed.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.index - b.index));
  return { placed, faults, doubtfulRequests };
}

interface ReadEvent {
  /** The event, or what it must have meant where only a detail is wrong. */
  readonly event: ScenarioEvent | null;
  readonly faults: readonly Fault[];
}

function readEvent(document: unknown, path: string): ReadEvent {
  if (!isObject(document)) {
    const problem = `is ${quote(document)}`;
    return { event: null, faults: [{ path, problem, allowed: 'allowed is an object with at and type' }] };
  }
  const type = document['type'];
  const types = Object.keys(EVENT_SCHEMAS);
  const typePath = joinPath(path, 'type');
  if (typeof type !== 'string') {
    const problem = type === undefined ? 'is missing' : `is ${quote(type)}`;
    return { event: null, faults: [{ path: typePath, problem, allowed: oneOf(types) }] };
  }
  if (!isEventType(type)) {
    return { event: null, faults: [unknownName(typePath, 'type of event', type, types)] };
  }
  const parsed = parseDocument<ScenarioEvent>(EVENT_SCHEMAS[type], document, path);
  if ('value' in parsed) return { event: parsed.value, faults: [] };
  return { event: mendedEvent(type, document, parsed.faults, path), faults: parsed.faults };
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
