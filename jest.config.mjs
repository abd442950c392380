// Six sizes of tests, each a project of its own: `npm test` runs them all, `npm run test:small` one of them.
// Servers are started by a project's globalSetup, so only when a test of that project is to run.
import packageJson from './package.json' with { type: 'json' };

const support = '<rootDir>/test/support/servers';
const sizesWithAFolder = ['medium', 'workflows', 'replay', 'e2e', 'faults'];

// Tests run the sources, not the build: what package.json `imports` takes from dist/ comes from where its types are.
const sourcesOfImports = Object.entries(packageJson.imports).map(([name, { types }]) => [
  `^${name.replace('*', '(.+)')}$`,
  types.replace('./', '<rootDir>/').replace('*', '$1'),
]);

const swc = (parser, transform) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', ...parser },
      transform,
      keepClassNames: true,
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: {
    ...Object.fromEntries(sourcesOfImports),
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // The console's own, as its bundler takes them.
    '^~/(.*)$': '<rootDir>/apps/console/src/$1',
  },
  transform: {
    '^.+\\.ts$': swc({ decorators: true }, { legacyDecorator: true, decoratorMetadata: true }),
    '^.+\\.tsx$': swc({ tsx: true }, { react: { runtime: 'automatic' } }),
  },
};

const size = (name, options) => ({
  ...common,
  displayName: name,
  testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`],
  ...options,
});

const withServers = (setup) => ({
  globalSetup: `${support}/${setup}.mjs`,
  globalTeardown: `${support}/teardown.mjs`,
});

export default {
  maxWorkers: '100%',
  // What a file leaves behind in a worker is given back, before collecting it takes longer than starting anew.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 60_000,
  reporters: ['default', `${support}/closing-line-reporter.mjs`],
  projects: [
    // Beside the code, and the contract's clauses: no server.
    size('small', {
      testMatch: ['<rootDir>/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/', `<rootDir>/test/(${sizesWithAFolder.join('|')})/`],
    }),
    // Against a real PostgreSQL.
    size('medium', withServers('setup-medium')),
    // Against Temporal's time-skipping server.
    size('workflows', withServers('setup-workflows')),
    // Recorded histories against today's workflow code: no server.
    size('replay', { globalSetup: `${support}/setup-replay.mjs` }),
    // Against the whole product as it is started.
    size('e2e', withServers('setup-e2e')),
    // Processes killed and servers taken away in the middle of the work.
    size('faults', withServers('setup-faults')),
  ],
};
