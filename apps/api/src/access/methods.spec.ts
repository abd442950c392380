import { methodsOf } from './methods.js';

it.each([
  ['/api/v1/contracts', ['GET', 'POST', 'HEAD']],
  ['/api/v1/contracts?limit=1', ['GET', 'POST', 'HEAD']],
  ['/api/v1/contracts/C-1/requests/R/actions', ['POST']],
  ['/api/v1/operations/O-1', ['GET', 'HEAD']],
  ['/api/v1/operations/contract-starts', ['POST']],
  ['/api/docs/openapiXjson', []],
  ['/nowhere', []],
])('%s takes %j', (address, methods) => {
  expect(methodsOf(address)).toEqual(methods);
});
