import { EXAMPLES } from '../../apps/api/src/docs/examples.js';
import { type Role } from '../../apps/api/src/access/roles.js';
import { TestStack } from '../support/stack.js';

/** The examples of the OpenAPI document, told to the real product as the story of one rehearsal in 2025. */
let stack: TestStack;
const known: Record<string, string> = {};

beforeAll(async () => {
  stack = await TestStack.start();
});

afterAll(() => stack.stop());

const C = '/api/v1/contracts/{contract}';

interface Step {
  readonly route: string;
  readonly status: number;
  readonly role?: Role;
  /** What the story needs otherwise than the example has it. */
  readonly but?: Readonly<Record<string, unknown>>;
  /** The part of later addresses that the answer names. */
  readonly names?: { readonly part: string; readonly member: string };
}

const named = (part: string, member: string) => ({ part, member });

const STORY: readonly Step[] = [
  { route: 'POST /api/v1/templates', status: 201, names: named('template', 'template') },
  { route: 'PUT /api/v1/templates/{template}/versions/{version}/package', status: 200 },
  { route: 'POST /api/v1/templates/{template}/versions/{version}/explain', status: 200 },
  { route: 'POST /api/v1/templates/{template}/versions/{version}/rehearse', status: 200 },
  { route: 'POST /api/v1/templates/{template}/versions/{version}/prove', status: 200 },
  { route: 'POST /api/v1/templates/{template}/versions/{version}/test', status: 200 },
  { route: 'POST /api/v1/templates/{template}/versions/{version}/transitions', status: 200 },
  { route: 'POST /api/v1/contracts', status: 201, names: named('contract', 'id') },
  { route: `POST ${C}/send`, status: 200 },
  { route: `POST ${C}/signatures`, status: 200 },
  { route: `POST ${C}/signatures`, status: 200, but: { party: 'provider', signer: '李明' } },
  { route: `POST ${C}/requests`, status: 201, names: named('request', 'request') },
  { route: `POST ${C}/requests/{request}/actions`, status: 200 },
  { route: `POST ${C}/clock`, status: 200 },
  { route: `POST ${C}/statements/{period}/contests`, status: 200 },
  { route: `POST ${C}/statements/{period}/decisions`, status: 200, role: 'reviewer' },
  { route: `POST ${C}/statements/{period}/acceptance`, status: 200 },
  { route: `POST ${C}/waivers`, status: 201 },
  { route: `POST ${C}/waivers/approval`, status: 201, role: 'reviewer' },
  { route: `POST ${C}/reports/{period}/submission`, status: 200 },
  { route: `POST ${C}/payments`, status: 201 },
  { route: `POST ${C}/amendments`, status: 201, names: named('amendment', 'id') },
  { route: `PUT ${C}/amendments/{amendment}`, status: 200 },
  { route: `POST ${C}/amendments/{amendment}/agree`, status: 200 },
  { route: 'POST /api/v1/backtests', status: 200 },
  { route: `POST ${C}/shadows`, status: 201, names: named('shadow', 'id') },
  { route: 'POST /api/v1/accounts', status: 201, names: named('account', 'id') },
  { route: 'PUT /api/v1/accounts/{account}', status: 200 },
  { route: 'POST /api/v1/keys', status: 201, names: named('key', 'id') },
  { route: 'POST /api/v1/keys/{key}/rotation', status: 200 },
  { route: 'POST /api/v1/webhooks', status: 201, names: named('webhook', 'id') },
  { route: 'PUT /api/v1/webhooks/{webhook}', status: 200 },
  { route: 'POST /api/v1/webhooks/{webhook}/rotation', status: 200 },
  { route: 'POST /api/v1/bank/statements', status: 201 },
  { route: `POST ${C}/termination/agreements`, status: 200 },
  { route: `POST ${C}/renewals`, status: 201 },
];

it('are a story that runs', async () => {
  Object.assign(known, { version: '1.0.0', period: '2025-01' });
  const told: string[] = [];
  for (const { route, role, but, names } of STORY) {
    const [method = '', path = ''] = route.split(' ');
    const example = (EXAMPLES[route] ?? {}) as Readonly<Record<string, unknown>>;
    const address = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => known[part] ?? part);
    const body = 'contract' in example ? { ...example, contract: known['contract'] } : example;
    const answer = await stack.call<Record<string, unknown>>(method, address, {
      text: JSON.stringify({ ...body, ...but }),
      ...(role && { role }),
    });
    const refused = answer.status < 400 ? '' : ` ${String(answer.body['detail'])}`;
    told.push(`${route} ${answer.status}${refused}`);
    if (names) known[names.part] = String(answer.body[names.member]);
  }
  expect(told).toEqual(STORY.map(({ route, status }) => `${route} ${status}`));
}, 180_000);
