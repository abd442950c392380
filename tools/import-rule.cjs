// What a closed list of imports is written with: see .dependency-cruiser.cjs.
const own = (part) => `^${part}/`;

const allow = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { pathNot: to },
});

const pkg = (name) => `node_modules/${name}/`;

const noCycles = {
  name: 'no-cycles',
  severity: 'error',
  comment: 'A cycle has no bottom to start reading at.',
  from: {},
  to: {
    circular: true,
    dependencyTypesNot: ['type-only'],
    viaOnly: { dependencyTypesNot: ['type-only'] },
  },
};

const noDeadEnds = {
  name: 'not-to-unresolvable',
  severity: 'error',
  comment: 'An import that leads nowhere.',
  from: {},
  to: { couldNotResolve: true },
};

// What holds everywhere.
const sound = [noCycles, noDeadEnds];

// How imports are resolved.
const optionsOf = (tsConfig) => ({
  doNotFollow: { path: 'node_modules' },
  tsPreCompilationDeps: true,
  tsConfig: { fileName: tsConfig },
  enhancedResolveOptions: {
    exportsFields: ['exports'],
    conditionNames: ['types', 'import', 'default'],
    mainFields: ['module', 'main'],
  },
});

module.exports = { own, allow, pkg, sound, noCycles, noDeadEnds, optionsOf };
