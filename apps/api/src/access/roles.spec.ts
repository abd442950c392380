import 'reflect-metadata';
import { RequestMethod, type Type } from '@nestjs/common';
import { CONTROLLERS } from '../api.module.js';
import { OPEN, ROLES, ROUTE_ROLES } from './roles.js';

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

it('every route has its roles, and no role is given to a route that is not there', () => {
  expect(routes.filter((route) => !(route in ROUTE_ROLES))).toEqual([]);
  expect(Object.keys(ROUTE_ROLES).filter((route) => !routes.includes(route))).toEqual([]);
});

const guarded = Object.entries(ROUTE_ROLES).filter(([, roles]) => roles !== OPEN);

it.each(guarded.filter(([route]) => route.startsWith('GET ')))(
  'the auditor reads %s, and so does everyone',
  (_route, roles) => {
    expect([...roles].sort()).toEqual([...ROLES].sort());
  },
);

it.each(guarded.filter(([route]) => !route.startsWith('GET ')))(
  'the auditor does not write %s',
  (route, roles) => {
    expect(route).toMatch(/^(POST|PUT|DELETE) /);
    expect(roles).not.toContain('auditor');
    expect(roles).toContain('administrator');
  },
);

it('only reads of no contract are open, and the page of a signer, whose address is the key', () => {
  const open = Object.keys(ROUTE_ROLES).filter((route) => ROUTE_ROLES[route] === OPEN);
  for (const route of open)
    expect(route).toMatch(/^(GET \/(health|problems|api\/docs|sign\/style\.css)|(GET|POST) \/sign\/:token)/);
});

it('the desk waives and excuses nothing, terminates nothing, takes no money', () => {
  const writes = guarded
    .filter(([route, roles]) => !route.startsWith('GET ') && roles.includes('desk'))
    .map(([route]) => route);
  expect(writes).toEqual([
    'POST /api/v1/contracts/:contract/requests',
    'POST /api/v1/contracts/:contract/requests/:request/actions',
    'POST /api/v1/contracts/:contract/obligations/:obligation/performance',
    'POST /api/v1/contracts/:contract/reports/:period/submission',
  ]);
});

it('the reviewer reviews templates, tries them on the past, is the second person, and changes nothing else', () => {
  const writes = guarded
    .filter(([route, roles]) => !route.startsWith('GET ') && roles.includes('reviewer'))
    .map(([route]) => route.replace('/api/v1/templates/:template/versions/:version', ''));
  expect(writes).toEqual([
    'POST /transitions',
    'POST /test',
    'POST /prove',
    'POST /explain',
    'POST /api/v1/backtests',
    'POST /api/v1/contracts/:contract/shadows',
    'POST /api/v1/contracts/:contract/shadows/:shadow/stop',
    'POST /api/v1/contracts/:contract/waivers/approval',
    'POST /api/v1/contracts/:contract/statements/:period/decisions',
  ]);
});
