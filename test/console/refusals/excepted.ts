const CORE = 'a Refusal of the core: its texts are read where it is thrown';
const ANSWER = 'the refusal in the answer of a workflow: its texts are read where the core throws it';

/** Expressions that refuse with what cannot be read off the sources, and why that is well. */
export const EXCEPTED: Readonly<Record<string, string>> = {
  'apps/api/src/access/api-keys.ts: allowed':
    "faults of the schema in PACTA_API_KEYS: only the operator's start sees them",
  "apps/api/src/access/keys.controller.ts: [`There is no key ${key}`, or].join(' ').trim()":
    'said by REAL below',
  'apps/api/src/amendments/drawing-up.ts: allowed': CORE,
  'apps/api/src/amendments/drawing-up.ts: problem': CORE,
  'apps/api/src/amendments/preview.ts: outcome.error': 'an unexpected error of a back-test, as it was thrown',
  'apps/api/src/app.ts: error.message': "the HTTP server's own words for a request that is none",
  'apps/api/src/backtests/shadows.controller.ts: error.message':
    'why a shadow cannot begin, as it was thrown',
  'apps/api/src/docs/openapi.ts: text': 'a schema of the documentation',
  "apps/api/src/http/problem-filter.ts: error instanceof Error ? error.message : 'see the documentation'":
    "the HTTP server's own words for a request that is none",
  'apps/api/src/http/problem.ts: allowed': ANSWER,
  'apps/api/src/http/problem.ts: problem': ANSWER,
  'apps/api/src/templates/approval.ts: `${sentence.en} ${shown(inputs)}`':
    'a counter-example of the proof: the page of the checks tells it in both languages',
  'apps/api/src/templates/approval.ts: difference': 'a difference of an acceptance case, said by REAL below',
  'libs/backtest/src/backtest.ts: allowed': CORE,
  'libs/backtest/src/backtest.ts: problem': CORE,
  'libs/banking/src/statement.ts: problem': 'the table, where there is one: it is no problem then',
  'libs/banking/src/xml.ts: problem': "the XML parser's own words for what is not well-formed",
  "libs/decisions/src/schema-faults.ts: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined)":
    'the names of the members, which become a list',
  'libs/decisions/src/schema-faults.ts: allowedBy(issue)':
    "words of a schema, read where they are given, or zod's codes",
  'libs/decisions/src/schema-faults.ts: allowedBy(issue.issues[0])': 'the same',
  'libs/decisions/src/schema-faults.ts: issue.message': 'words of a schema, read where they are given',
  'libs/execution/src/standpoint.ts: allowed': CORE,
  'libs/execution/src/standpoint.ts: problem': CORE,
  'libs/rehearsal/src/conduct.ts: allowed': CORE,
  'libs/rehearsal/src/conduct.ts: problem': CORE,
  'libs/rehearsal/src/rehearse.ts: error.allowed': CORE,
  'libs/rehearsal/src/rehearse.ts: error.problem': CORE,
};

/** Texts that the sources put together in a way that cannot be followed, as they come out. */
export const REAL: readonly string[] = [
  'There is no key K-0123456789ab',
  'There is no key K-0123456789ab or it was revoked',
  'allowed: after 3 consecutive failed months, up to its lapse',
  'allowed: after a delay of 30 days, up to its lapse',
  'allowed: after 3 consecutive failed months or after a delay of 30 days, up to its lapse',
  'unknown type "X1", did you mean "X2"?',
  'unknown kind "X1", did you mean "X2"?',
  'begins a condition that does not end in line 12',
  'has ":: when" in line 12',
  "Invalid discriminator value. Expected 'A1' | 'B2'",
  'endsAt: expected "2026" got "2025"',
  'endsAt: expected "2026" got nothing',
  'MONTHS: expected 2 entries got 3',
  'has "X1"',
  'has 5',
];
