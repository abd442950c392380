/** Who may import whom in the console: see ../../.dependency-cruiser.cjs for everything else. */
const { own, allow, pkg, noCycles, noDeadEnds, optionsOf } = require('../../tools/import-rule.cjs');

const console = own('apps/console/src');
/** Of the rules only how a cell of a decision table and a value read. */
const CELLS = '^libs/decisions/src/(decision-table-cell|fact-value|operator-names)\\.ts$';

module.exports = {
  forbidden: [
    noDeadEnds,
    {
      ...noCycles,
      comment: `${noCycles.comment} A page may know its own route, which loads it later.`,
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import'] } },
    },
    allow(
      'console',
      console,
      [
        console,
        own('libs/client'),
        own('libs/domain'),
        CELLS,
        own('libs/templates'),
        own('libs/verifier'),
        pkg('(react|react-dom|antd|@ant-design/icons|echarts|use-intl|vite|@types/react|@types/react-dom)'),
        '^rules/schemas/',
        pkg('@tanstack/(react-query|react-router)'),
        pkg('(codemirror|@codemirror/[a-z-]+|@lezer/highlight)'),
        pkg('(vscode-json-languageservice|jsonc-parser|@vscode/l10n)'),
        pkg('(openapi-react-query|openapi-fetch|@fontsource-variable/noto-sans-sc)'),
      ],
      'A page of the browser: it knows the API by its client, and of the core and of the printer of clauses what is pure. Decisions are made on the server.',
    ),
    {
      name: 'cells-without-the-engine',
      severity: 'error',
      comment: 'A page that edits rules does not bring along the engine, the schemas or Node.',
      from: { path: CELLS },
      to: { path: `${pkg('(json-rules-engine|zod)')}|^(node:)?crypto$`, reachable: true },
    },
    {
      name: 'pages-apart',
      severity: 'error',
      comment: 'Areas of the console meet in parts, words and api only.',
      from: { path: '^apps/console/src/pages/([^/]+)/' },
      to: { path: '^apps/console/src/pages/', pathNot: '^apps/console/src/pages/$1/' },
    },
    {
      name: 'parts-below-pages',
      severity: 'error',
      comment: 'What is shared knows no page.',
      from: { path: '^apps/console/src/(parts|words|api)/' },
      to: { path: '^apps/console/src/(pages|app)/' },
    },
  ],
  options: optionsOf('tsconfig.console.json'),
};
