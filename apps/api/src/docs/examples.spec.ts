import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
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
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api', ...document });

const bodies = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { requestBody }]) => {
    const media = requestBody?.content['application/json'];
    return media ? [{ route: `${method.toUpperCase()} ${path}`, path, method, media }] : [];
  }),
);

it.each(bodies)('$route is shown with a body that fits', ({ path, method, media }) => {
  expect(media).toHaveProperty('example');
  const parts = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
  const pointer = parts.map((part) => encodeURIComponent(part.replaceAll('/', '~1'))).join('/');
  const validate = ajv.compile({ $ref: `api#/${pointer}` });
  validate(media.example);
  expect(validate.errors ?? []).toEqual([]);
});

it('has no example of a route that is not there', () => {
  const routes = bodies.map(({ route }) => route);
  expect(Object.keys(EXAMPLES).filter((route) => !routes.includes(route))).toEqual([]);
});
