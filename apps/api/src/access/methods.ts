import { POLICY } from './policy.js';

const routes = Object.keys(POLICY).map((route) => {
  const [method = '', path = ''] = route.split(' ');
  const names = path.split('/:').length - 1;
  return {
    method,
    names,
    pattern: new RegExp(
      `^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+').replaceAll(/\*$/g, '.+')}/?$`,
    ),
  };
});

/** The methods that an address takes, as the policy has them for the route that says most of it in words; none where there is nothing at it. */
export function methodsOf(address: string): string[] {
  const path = address.split('?')[0] ?? '';
  const all = routes.filter(({ pattern }) => pattern.test(path));
  // `/operations/contract-starts` is no operation of that name.
  const fewest = Math.min(...all.map(({ names }) => names));
  const found = all.filter(({ names }) => names === fewest).map(({ method }) => method);
  const methods = [...new Set(found)].sort();
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
