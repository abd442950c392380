import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { POLICY } from '../access/policy.js';
import { withExample } from './examples.js';
import { IF_MATCH_PATTERN } from '../http/entity-tag.js';
import {
  answersOf,
  isConditional,
  shareAnswers,
  takesIdempotencyKey,
  takesIfMatch,
  withoutMarks,
} from './answers.js';

/** A zod schema as OpenAPI 3.1 has it; schemas with an id become components. */
export function openApiSchema(schema: unknown, { schemaType }: { readonly schemaType: 'input' | 'output' }) {
  if (!(schema instanceof z.ZodType)) return undefined;
  const {
    $schema: _,
    $defs,
    ...own
  } = z.toJSONSchema(schema, { io: schemaType, target: 'draft-2020-12', unrepresentable: 'any' });
  return { schema: own, components: { ...$defs } };
}

const DESCRIPTION = `Contracts for IT technical support: drafted from a template, signed, and carried out by the rules they state.

Every error is \`application/problem+json\`. Every POST and PUT takes an \`Idempotency-Key\`: repeated with the same body, it gets the same answer.
Instants are UTC with whole seconds, money is yuan as text with two decimals.`;

/** The parts of the API, in the order in which somebody new meets them. */
const TAGS: readonly (readonly [name: string, description: string])[] = [
  [
    'templates',
    'What contracts are made from: parameters, clauses, rules, targets; their versions, reviewed and published',
  ],
  ['contracts', 'Draft, signing, text, timeline, termination; a rehearsal’s clock'],
  ['requests', 'Service requests: on record, acted on, by due'],
  ['desk', 'What to do first, and what hangs on it; rights to terminate, the portfolio'],
  ['obligations', 'What the provider has to do once: due, performed, excused'],
  ['service level', 'Months, misses, penalties, waivers'],
  ['money', 'Invoices, payments, charges, payouts, monthly statements'],
  ['bank', 'Bank statements, what their lines pay, and the e-invoice'],
  ['reports', 'The monthly service report'],
  ['documents', 'Contracts, invoices, reports as files; letters; the archive'],
  ['audit', 'Ledger, decisions and their receipts'],
  ['operations', 'Many contracts started by one upload: how far it is, what each line came to'],
  ['commands', 'What became of a command that was told to wait'],
  ['access', 'Keys, accounts and sessions, who may call what, and what auditors have read'],
  ['operation', 'Health, and who a key belongs to'],
];

/** The OpenAPI 3.1 document, made of the controllers and their schemas. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder();
  for (const [name, description] of TAGS) builder.addTag(name, description);
  const config = builder
    .setOpenAPIVersion('3.1.0')
    .setTitle('Pacta')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .addCookieAuth('__Host-pacta_session', { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: openApiSchema,
    operationIdFactory,
  });
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of ['get', 'post', 'put', 'delete'] as const) {
      const operation = item[method];
      if (operation) item[method] = common(`${method.toUpperCase()} ${path}`, operation);
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: PROBLEM_SCHEMA },
    parameters: { IfNoneMatch: IF_NONE_MATCH_PARAMETER },
    responses: shareAnswers(document.paths),
  };
  return document;
}

/** `requestsAct`, for generated clients. */
function operationIdFactory(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** What all operations share: keys, sessions and roles, problems, and for writes the idempotency key. */
function common(route: string, operation: Operation): Operation {
  const policy = POLICY[route.replaceAll(/\{(\w+)\}/g, ':$1')];
  if (!policy) throw new Error(`${route} has no policy`);
  const isOpen = policy.reach === 'open';
  const takesKey = !isOpen && takesIdempotencyKey(route, operation);
  const headers = [
    ...(takesKey ? [IDEMPOTENCY_KEY] : []),
    ...(takesIfMatch(operation) ? [IF_MATCH] : []),
    ...(isConditional(route, operation) ? [IF_NONE_MATCH] : []),
  ];
  return {
    ...withoutMarks(operation),
    ...(operation.requestBody && { requestBody: withExample(route, operation.requestBody) }),
    security: isOpen ? [] : [{ bearer: [] }, { apiKey: [] }, { session: [] }],
    ...(!isOpen && { 'x-roles': [...policy.roles], 'x-reach': policy.reach }),
    ...((operation.parameters || headers.length > 0) && {
      parameters: [...(operation.parameters ?? []), ...headers],
    }),
    responses: answersOf(route, operation, policy),
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description: '1 to 200 printable characters. The same key with the same body gets the same answer',
  schema: {
    type: 'string' as const,
    minLength: 1,
    maxLength: 200,
    pattern: '^[!-~]([ -~]{0,198}[!-~])?$',
  },
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header' as const,
  required: false,
  description:
    'The ETag of what the change is meant for, its version is enough: `"12"`. At another version it is refused',
  schema: { type: 'string' as const, pattern: IF_MATCH_PATTERN },
};

const IF_NONE_MATCH = { $ref: '#/components/parameters/IfNoneMatch' };

/** Of every GET, so it is told once. */
const IF_NONE_MATCH_PARAMETER = {
  name: 'If-None-Match',
  in: 'header' as const,
  required: false,
  description: 'ETags that you have; where the answer has one of them it is 304',
  schema: { type: 'string' as const },
};

const text = { type: 'string' as const };

const PROBLEM_SCHEMA = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { ...text, description: '/problems/CODE, a page that explains it' },
    title: text,
    status: { type: 'integer' as const },
    detail: text,
    code: text,
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['path', 'problem', 'allowed'],
        properties: { path: text, problem: text, allowed: text },
      },
    },
    errorId: { ...text, description: 'Of an unexpected error: finds it in the log' },
  },
};
