import { POLICY } from './policy.js';

const routes = Object.keys(POLICY).map((route) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}/?$`) };
});

/** The methods that an address takes, as the policy has them; none where there is nothing at it. */
export function methodsOf(address: string): string[] {
  const path = address.split('?')[0] ?? '';
  const found = routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  const methods = [...new Set(found)].sort();
  return methods.includes('GET') ? [...methods, 'HEAD'] : methods;
}
