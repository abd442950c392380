import { Problem } from '../http/problem.js';
import { checkSameOrigin } from './same-origin.js';

const HOST = 'pacta.example.com';
const check = (method: string, headers: Record<string, string>) => () =>
  checkSameOrigin({ method, headers: { host: HOST, ...headers } });

it.each([
  ['a page of ours', { 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example' }],
  ['the user', { 'sec-fetch-site': 'none' }],
  ['an older browser on a page of ours', { origin: `https://${HOST}` }],
  ['a program', {}],
])('takes a change from %s', (_name, headers) => {
  expect(check('POST', headers)).not.toThrow();
});

it.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbour', { 'sec-fetch-site': 'same-site', origin: `https://${HOST}` }],
  ['another port', { origin: `https://${HOST}:8443` }],
  ['a page without an origin', { origin: 'null' }],
])('refuses a change from %s, and lets it read', (_name, headers) => {
  for (const method of ['POST', 'PUT', 'DELETE']) expect(check(method, headers)).toThrow(Problem);
  expect(check('GET', headers)).not.toThrow();
});
