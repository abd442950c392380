import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { CONTROLLERS } from '../api.module.js';
import { OWN_SESSION, POLICY } from './policy.js';
import { ROLES } from './roles.js';

/** `GET /api/v1/contracts/:contract` for each handler of a controller, as Nest's own metadata has it. */
function routesOf(controller: Type): string[] {
  const base = String(Reflect.getMetadata('path', controller));
  const handlers = Object.getOwnPropertyNames(controller.prototype).map(
    (name) => Object.getOwnPropertyDescriptor(controller.prototype, name)?.value as object | undefined,
  );
  return handlers.flatMap((handler) => {
    const method: unknown = handler && Reflect.getMetadata('method', handler);
    if (typeof method !== 'number') return [];
    const path = [base, String(Reflect.getMetadata('path', handler ?? {}))]
      .join('/')
      .split('/')
      .filter((part) => part !== '');
    return [`${RequestMethod[method]} /${path.join('/')}`];
  });
}

const routes = CONTROLLERS.flatMap(routesOf);

it('finds the routes', () => {
  expect(routes.length).toBeGreaterThan(30);
  expect(routes).toContain('POST /api/v1/contracts/:contract/requests/:request/actions');
});

it('every route has its policy, and there is none for a route that is not there', () => {
  expect(routes.filter((route) => !(route in POLICY))).toEqual([]);
  expect(Object.keys(POLICY).filter((route) => !routes.includes(route))).toEqual([]);
});

const guarded = Object.entries(POLICY)
  .filter(([route, { reach }]) => reach !== 'open' && !OWN_SESSION.includes(route))
  .map(([route, { roles, reach }]) => ({ route, roles, reach, isRead: route.startsWith('GET ') }));

it('everybody has a session of their own', () => {
  expect(OWN_SESSION).toHaveLength(3);
  for (const route of OWN_SESSION) expect(POLICY[route]?.roles).toEqual(ROLES);
});

/** Reads that are for whoever makes the keys, the accounts and the endpoints: their addresses may hold a secret. */
const OF_KEYS = /^GET \/api\/v1\/(keys|access-log|accounts|webhooks)\b/;

/** What operators did, and who called: for whoever looks after the workflows, and whoever checks them. */
const OF_HISTORIES = /^GET \/api\/v1\/contracts\/:contract\/(histories|story)\b/;

it('administrators, reviewers and auditors alone read histories, and what compares them', () => {
  const found = guarded.filter(({ route }) => OF_HISTORIES.test(route));
  expect(found).toHaveLength(4);
  for (const { roles } of found) expect(roles).toEqual(['administrator', 'reviewer', 'auditor']);
});

const isForAll = (route: string): boolean => !OF_KEYS.test(route) && !OF_HISTORIES.test(route);

it.each(guarded.filter(({ route, isRead }) => isRead && isForAll(route)))(
  'everyone reads $route, but perhaps a party',
  ({ roles }) => {
    expect(ROLES.filter((role) => role !== 'party' && !roles.includes(role))).toEqual([]);
  },
);

it.each(guarded.filter(({ isRead }) => !isRead))('the auditor does not write $route', ({ route, roles }) => {
  expect(route).toMatch(/^(POST|PUT|DELETE) /);
  expect(roles).not.toContain('auditor');
  expect(roles).toContain('administrator');
});

it('a route reaches into a contract where its address names one, and only there', () => {
  const named = guarded.filter(({ route }) => route.includes('/:contract'));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ reach }) => reach !== 'contract')).toEqual([]);
  expect(guarded.filter(({ route, reach }) => reach === 'contract' && !route.includes('/:contract'))).toEqual(
    [],
  );
});

it('only reads of no contract are open, the page of a signer, whose address is the key, the files of the console, and signing in', () => {
  const open = Object.keys(POLICY).filter((route) => POLICY[route]?.reach === 'open');
  for (const route of open)
    expect(route).toMatch(
      /^(GET \/(health|problems|api\/docs|sign\/style\.css|console|$)|(GET|POST) \/sign\/:token|POST \/api\/v1\/sessions$|(GET|POST) \/api\/v1\/sessions\/demo$)/,
    );
});

const CONTRACT = '/api/v1/contracts/:contract';
const writesOf = (role: (typeof ROLES)[number]) =>
  guarded.filter(({ isRead, roles }) => !isRead && roles.includes(role)).map(({ route }) => route);

it('the desk waives and excuses nothing, terminates nothing, takes no money', () => {
  expect(writesOf('desk')).toEqual([
    // It changes nothing: which priority a request would have.
    'POST /api/v1/templates/:template/versions/:version/explain',
    `POST ${CONTRACT}/requests`,
    `POST ${CONTRACT}/requests/:request/actions`,
    `POST ${CONTRACT}/requests/:request/attachments`,
    'POST /api/v1/intake/mail',
    `POST ${CONTRACT}/obligations/:obligation/performance`,
    `POST ${CONTRACT}/reports/:period/submission`,
  ]);
});

it('the reviewer reviews templates, tries them on the past, is the second person, and changes nothing else', () => {
  const versions = '/api/v1/templates/:template/versions/:version';
  expect(writesOf('reviewer')).toEqual([
    `POST ${versions}/transitions`,
    `POST ${versions}/test`,
    `POST ${versions}/prove`,
    `POST ${versions}/rehearse`,
    `POST ${versions}/explain`,
    'POST /api/v1/backtests',
    `POST ${CONTRACT}/shadows`,
    `POST ${CONTRACT}/shadows/:shadow/stop`,
    `POST ${CONTRACT}/waivers/approval`,
    `POST ${CONTRACT}/statements/:period/decisions`,
  ]);
});

it('billing takes and pays money, and settles statements', () => {
  expect(writesOf('billing')).toEqual([
    `POST ${CONTRACT}/payments`,
    `POST ${CONTRACT}/payouts`,
    `POST ${CONTRACT}/statements/:period/acceptance`,
    `POST ${CONTRACT}/statements/:period/contests`,
    'POST /api/v1/bank/statements',
    'POST /api/v1/bank/lines/:line/book',
    'POST /api/v1/bank/lines/:line/ignore',
  ]);
});

it('a party asks, accepts, contests and ends as the client, in its contracts alone', () => {
  expect(writesOf('party')).toEqual([
    `POST ${CONTRACT}/renewals/objection`,
    `POST ${CONTRACT}/requests`,
    `POST ${CONTRACT}/requests/:request/actions`,
    `POST ${CONTRACT}/requests/:request/attachments`,
    `POST ${CONTRACT}/statements/:period/acceptance`,
    `POST ${CONTRACT}/statements/:period/contests`,
    `POST ${CONTRACT}/termination/notice`,
    `POST ${CONTRACT}/termination/right-waiver`,
  ]);
  expect(guarded.filter(({ roles, reach }) => roles.includes('party') && reach === 'whole')).toEqual([]);
});
