import { readFileSync } from 'node:fs';
import { DocumentSchemas } from '../../../../test/support/documented.js';
import { EXAMPLES } from './examples.js';

interface Media {
  readonly example?: unknown;
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
}

/** The examples of the OpenAPI document against its own schemas. */
const document = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const schemas = new DocumentSchemas(document);

const bodies = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { requestBody }]) => {
    const media = requestBody?.content['application/json'];
    return media ? [{ route: `${method.toUpperCase()} ${path}`, path, method, media }] : [];
  }),
);

it.each(bodies)('$route is shown with a body that fits', ({ path, method, media }) => {
  expect(media).toHaveProperty('example');
  const parts = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
  const validate = schemas.validatorAt(parts);
  validate(media.example);
  expect(validate.errors ?? []).toEqual([]);
});

it('has no example of a route that is not there', () => {
  const routes = bodies.map(({ route }) => route);
  expect(Object.keys(EXAMPLES).filter((route) => !routes.includes(route))).toEqual([]);
});
