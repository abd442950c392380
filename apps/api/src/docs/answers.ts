import { applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiOkResponse, type OpenAPIObject } from '@nestjs/swagger';
import { type RoutePolicy } from '../access/policy.js';
import { PROBLEM_TYPE } from '../http/problem.js';
import { PROBLEMS, type ProblemCode } from '../http/problem-table.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];

const FILE = { type: 'string' as const, format: 'binary' };

const REFUSES = 'x-refuses';
const TELLS = 'x-tells';
const VERSIONED = 'x-versioned';
const SECRET = 'x-secret-answer';
const ALSO_SENDS = 'x-also-sends';
const MARKS = [REFUSES, TELLS, VERSIONED, SECRET, ALSO_SENDS];

/** What a handler refuses by itself, beside what follows from its address and its body. */
export function Refuses(...codes: readonly ProblemCode[]): MethodDecorator {
  return ApiExtension(REFUSES, codes);
}

/**
 * A handler that tells a contract or a request something: it is stored first, so it may be answered with 202, and the
 * contract may refuse it. `codes` are what it refuses beside that.
 */
export function Tells(...codes: readonly ProblemCode[]): MethodDecorator {
  return applyDecorators(ApiExtension(TELLS, true), Refuses(...codes));
}

/** A handler that changes what has a version of its own: it takes an If-Match. Those that tell a contract something do anyway. */
export function TakesIfMatch(): MethodDecorator {
  return ApiExtension(VERSIONED, true);
}

/** A handler that is given a secret, or answers with one: it is kept nowhere, so there is no repeating it under an idempotency key. */
export function AnswersASecret(): MethodDecorator {
  return ApiExtension(SECRET, true);
}

/** A handler that sends a file, of one of these media types. */
export function Sends(...mediaTypes: readonly string[]): MethodDecorator {
  const content = Object.fromEntries(mediaTypes.map((type) => [type, { schema: FILE }]));
  return ApiOkResponse({ content, description: 'The file' });
}

/** A handler that answers with a file as well, when it is asked to. */
export function AlsoSends(mediaType: string): MethodDecorator {
  return ApiExtension(ALSO_SENDS, mediaType);
}

/** What any call may come to. */
const ALWAYS: readonly ProblemCode[] = ['badRequest', 'internalError', 'unavailable'];
const GUARDED: readonly ProblemCode[] = [
  'unauthenticated',
  'forbidden',
  'passwordChangeNeeded',
  'tooManyRequests',
];
/** A change that goes by a cookie may come from elsewhere. */
const OF_A_CHANGE: readonly ProblemCode[] = ['crossOrigin'];
const OF_A_BODY: readonly ProblemCode[] = [
  'malformedJson',
  'bodyTooLarge',
  'wrongContentType',
  'invalidRequest',
];

/** What a contract may refuse of whatever it is told. */
const OF_THE_CONTRACT: readonly ProblemCode[] = [
  'wrongState',
  'lateFact',
  'notAllowed',
  'invalidValue',
  'preconditionFailed',
  'beforeTerm',
  'afterTerm',
  'tooEarly',
  'atInFuture',
  'invalidRequest',
];

/** What is not there, by the part of the address that names it. */
const OF_PARAMETER: Readonly<Record<string, readonly ProblemCode[]>> = {
  contract: ['unknownContract'],
  request: ['unknownRequest'],
  obligation: ['unknownObligation'],
  period: ['unknownPeriod'],
  template: ['unknownTemplate', 'templateInvalid'],
  version: ['unknownTemplateVersion'],
  amendment: ['unknownAmendment'],
  envelope: ['unknownEnvelope'],
  sha256: ['unknownDocument'],
  mail: ['unknownMail'],
  line: ['unknownBankLine'],
  command: ['unknownCommand'],
  key: ['unknownKey'],
  account: ['unknownAccount'],
  checkpoint: ['unknownCheckpoint'],
  operation: ['unknownOperation'],
  webhook: ['unknownWebhook'],
  delivery: ['unknownDelivery'],
  attachment: ['unknownAttachment'],
  run: ['unknownHistory'],
};

/** Every answer that a route may give beside the one it is for, made of its policy, its address and its decorators. */
export function answersOf(route: string, operation: Operation, policy: RoutePolicy): Responses {
  const extensions = marksOf(operation);
  const tells = extensions[TELLS] === true;
  const own = (extensions[REFUSES] ?? []) as readonly ProblemCode[];
  const parameters = [...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const hasQuery = (operation.parameters ?? []).some((each) => 'in' in each && each.in === 'query');
  const codes = [
    ...ALWAYS,
    ...(policy.reach === 'open' ? [] : GUARDED),
    ...(policy.reach === 'open' || route.startsWith('GET ') ? [] : OF_A_CHANGE),
    ...(parameters.length > 0 ? (['notFound'] as const) : []),
    ...parameters.flatMap((name) => OF_PARAMETER[name] ?? []),
    ...(hasQuery ? (['invalidRequest'] as const) : []),
    ...(route.startsWith('GET ') ? [] : OF_A_BODY),
    ...(takesIdempotencyKey(route, operation) ? (['idempotencyKeyReused', 'invalidRequest'] as const) : []),
    ...(tells ? OF_THE_CONTRACT : []),
    ...(takesIfMatch(operation) ? (['preconditionFailed', 'invalidRequest'] as const) : []),
    ...own,
  ];
  return {
    ...(tells && { '202': STORED }),
    ...problemsByStatus([...new Set(codes)]),
    // What a handler says of a status counts: health has a 503 of its own.
    ...withFile(tagged(route, operation), extensions[ALSO_SENDS]),
    ...(isConditional(route, operation) && { '304': NOT_MODIFIED }),
  };
}

function isFile(schema: unknown): boolean {
  return typeof schema === 'object' && schema !== null && 'format' in schema && schema.format === FILE.format;
}

/** The answer of a GET with its ETag, unless its handler has said more of it. */
function tagged(route: string, operation: Operation): Responses {
  const { responses } = operation;
  const answer = responses['200'];
  if (!isConditional(route, operation) || !answer || '$ref' in answer) return responses;
  return { ...responses, '200': { ...answer, headers: { ETag: ETAG, ...answer.headers } } };
}

function withFile(responses: Responses, mediaType: unknown): Responses {
  const answer = responses['200'];
  if (typeof mediaType !== 'string' || !answer || '$ref' in answer) return responses;
  const content = { ...answer.content, [mediaType]: { schema: FILE } };
  return { ...responses, '200': { ...answer, content } };
}

/** What the decorators have left at an operation. */
function marksOf(operation: Operation): Readonly<Record<string, unknown>> {
  return operation as unknown as Readonly<Record<string, unknown>>;
}

/** What a decorator has said is in the answers now. */
export function withoutMarks(operation: Operation): Operation {
  return Object.fromEntries(
    Object.entries(operation).filter(([name]) => !MARKS.includes(name)),
  ) as unknown as Operation;
}

/** Every write takes one but those that answer with a secret, which is kept nowhere. */
export function takesIdempotencyKey(route: string, operation: Operation): boolean {
  return !route.startsWith('GET ') && marksOf(operation)[SECRET] !== true;
}

export function takesIfMatch(operation: Operation): boolean {
  const marks = marksOf(operation);
  return marks[TELLS] === true || marks[VERSIONED] === true;
}

/** Whether an answer has an ETag by which it need not be sent twice: every GET, but for what is streamed. */
export function isConditional(route: string, { responses }: Operation): boolean {
  const answer = responses['200'];
  if (!route.startsWith('GET ') || !answer || '$ref' in answer) return false;
  return Object.values(answer.content ?? {}).every(({ schema }) => !isFile(schema));
}

/** Answers that many routes give, once each and by a name of their own; the routes refer to them from now on. */
export function shareAnswers(paths: OpenAPIObject['paths']): Record<string, NonNullable<Responses[string]>> {
  const shared: Record<string, NonNullable<Responses[string]>> = {};
  for (const item of Object.values(paths)) {
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      const responses = item[method]?.responses ?? {};
      for (const [status, answer] of Object.entries(responses)) {
        const name = sharedName(status, answer);
        if (name === null || !answer) continue;
        shared[name] = answer;
        responses[status] = { $ref: `#/components/responses/${name}` };
      }
    }
  }
  return Object.fromEntries(Object.entries(shared).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `409.idempotencyKeyReused.wrongState`; null for what only one route answers. */
function sharedName(status: string, answer: Responses[string]): string | null {
  if (answer === STORED) return `${status}.stored`;
  if (answer === NOT_MODIFIED) return `${status}.notModified`;
  const codes = answer && 'description' in answer ? [...answer.description.matchAll(/`(\w+)`: /g)] : [];
  return Number(status) < 400 || codes.length === 0
    ? null
    : [status, ...codes.map(([, code]) => code)].join('.');
}

function problemsByStatus(codes: readonly ProblemCode[]): Responses {
  const byStatus = Map.groupBy(codes, (code) => PROBLEMS[code].status);
  return Object.fromEntries([...byStatus].map(([status, of]) => [String(status), problemAnswer(status, of)]));
}

function problemAnswer(status: number, codes: readonly ProblemCode[]) {
  const sorted = [...codes].sort();
  const headers = HEADERS_OF_STATUS[status];
  return {
    description: sorted.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('. '),
    ...(headers && { headers }),
    content: {
      [PROBLEM_TYPE]: {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { type: 'object' as const, properties: { code: { type: 'string' as const, enum: sorted } } },
          ],
        },
      },
    },
  };
}

const text = { type: 'string' as const };

const HEADERS_OF_STATUS: Readonly<
  Record<number, Record<string, { description: string; schema: typeof text }>>
> = {
  401: { 'WWW-Authenticate': { description: 'Bearer', schema: text } },
  429: {
    'Retry-After': { description: 'Seconds', schema: text },
    'RateLimit-Policy': { description: 'The quota `q` in a window of `w` seconds', schema: text },
    RateLimit: { description: '`r` calls are left for `t` seconds', schema: text },
  },
  503: { 'Retry-After': { description: 'Seconds', schema: text } },
};

const ETAG = { description: 'Names this answer, for If-None-Match', schema: text };

const NOT_MODIFIED = {
  description: 'You have it: it has one of the ETags of If-None-Match',
  headers: { ETag: ETAG },
};

const STORED = {
  description: 'Stored: it will be carried out as soon as the workflow service answers',
  headers: {
    Location: { description: 'The address of the command', schema: text },
    'Retry-After': { description: 'Seconds', schema: text },
  },
  content: {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['command', 'status', 'address', 'detail'],
        properties: { command: text, status: { ...text, enum: ['pending'] }, address: text, detail: text },
      },
    },
  },
};
