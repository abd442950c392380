import { z } from 'zod';
import { OF_THE_CONTRACT } from './catalogue/contract.js';
import { type KindOfEvent } from './catalogue/members.js';
import { OF_MONEY } from './catalogue/money.js';
import { OF_REQUESTS } from './catalogue/request.js';
import { OF_SIGNING } from './catalogue/signing.js';

const CATALOGUE: Readonly<Record<string, KindOfEvent>> = {
  ...OF_THE_CONTRACT,
  ...OF_SIGNING,
  ...OF_MONEY,
  ...OF_REQUESTS,
};

/** The type of a test event. */
export const TEST_TYPE = 'pacta.webhook.test.v1';

/** A type of event as the catalogue tells it. */
export interface EventType {
  readonly type: string;
  /** The kind of the ledger entries that it tells; null for a test event. */
  readonly kind: string | null;
  readonly summary: string;
  /** A JSON Schema of the member `data`. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** The type of the events that tell a kind of ledger entry: `pacta.invoice.issued.v1`. */
export function typeOfKind(kind: string): string {
  return `pacta.${kind}.v1`;
}

/** The kind of ledger entry that a type tells; null for a type that is none. */
export function kindOfType(type: string): string | null {
  return Object.keys(CATALOGUE).find((kind) => typeOfKind(kind) === type) ?? null;
}

/** Every type of events that tell ledger entries, in order. */
export const EVENT_TYPES: readonly string[] = Object.keys(CATALOGUE).map(typeOfKind).sort();

/** What of an entry is told: the members that its kind names, each as it is described; of an unknown kind nothing. */
export function factsOf(kind: string, payload: unknown): Record<string, unknown> {
  const members = typeof payload === 'object' && payload !== null ? payload : {};
  const told = Object.entries(CATALOGUE[kind]?.facts.shape ?? {}).flatMap(([name, schema]) => {
    const { data } = z.safeParse(schema, (members as Record<string, unknown>)[name]);
    return data === undefined ? [] : [[name, data] as const];
  });
  return Object.fromEntries(told);
}

/** The catalogue of all types, in order, the test event last. */
export function eventCatalogue(): EventType[] {
  const told = Object.entries(CATALOGUE).map(([kind, { summary, facts }]) => ({
    type: typeOfKind(kind),
    kind,
    summary,
    schema: jsonSchema(dataOf(facts)),
  }));
  const test = {
    type: TEST_TYPE,
    kind: null,
    summary: 'Sent when somebody asks for it',
    schema: jsonSchema(TEST_DATA),
  };
  return [...told.sort((a, b) => (a.type < b.type ? -1 : 1)), test];
}

const TEST_DATA = z.object({ message: z.string() });

const ENVELOPE = {
  contract: z.string(),
  sequence: z.int().meta({ description: 'The line in the ledger of the contract' }),
  client: z.string(),
  request: z
    .string()
    .nullable()
    .meta({ description: 'The service request; null where it concerns the contract' }),
  clause: z.string().meta({ description: 'The clause it rests on' }),
  recordedAt: z.string().meta({ format: 'date-time', description: 'When it was written down' }),
};

function dataOf(facts: z.ZodObject): z.ZodObject {
  return z.object({ ...ENVELOPE, facts });
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  // Members may be added to a version: a receiver must not refuse those it does not know.
  return z.toJSONSchema(schema, { io: 'input' }) as Record<string, unknown>;
}
