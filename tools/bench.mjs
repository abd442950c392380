// What Pacta costs, each figure as a ratio against a baseline that is measured in the same run, product and baseline in
// turn. By hand: npm run bench [-- rules requests.events] [--pairs 7] [--keep]
// Names are of groups of rows or of single ones; without any every row is measured. --keep writes docs/bench/, which docs/performance.md speaks of.
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildOrExplain } from './build.mjs';
import { environment } from './bench/environment.mjs';
import { measured } from './bench/measure.mjs';
import { asMarkdown } from './bench/report.mjs';

const GROUPS = ['rules', 'simulate', 'ledger', 'requests', 'contract'];
const FEWEST_PAIRS = 5;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { pairs: { type: 'string', default: '5' }, keep: { type: 'boolean', default: false } },
});
const unknown = positionals.filter((name) => !GROUPS.includes(name.split('.')[0]));
const pairs = Number(values.pairs);
if (unknown.length > 0 || !Number.isInteger(pairs) || pairs < FEWEST_PAIRS) {
  const wrong = unknown.length > 0 ? `no rows ${unknown.join(', ')}` : `--pairs is ${values.pairs}`;
  process.stderr.write(
    `bench: ${wrong}: allowed are ${GROUPS.join(', ')}, and ${FEWEST_PAIRS} pairs or more\n`,
  );
  process.exit(2);
}
if (!buildOrExplain()) process.exit(1);

const say = (line) => process.stderr.write(`bench: ${line}\n`);
const report = { environment: environment(), rows: [] };
const isWanted = (name) =>
  positionals.length === 0 || positionals.some((wanted) => name === wanted || name.startsWith(`${wanted}.`));
for (const group of GROUPS) {
  if (positionals.length > 0 && !positionals.some((name) => name.split('.')[0] === group)) continue;
  const { rows } = await import(`./bench/rows/${group}.mjs`);
  for (const row of rows.filter(({ name }) => isWanted(name))) {
    report.rows.push(await measured(row, pairs, say));
  }
}
report.environment.loadAfter = environment().load;

const markdown = asMarkdown(report);
const folder = values.keep ? 'docs/bench' : 'dist/bench';
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/report.json`, `${JSON.stringify(report, null, 2)}\n`);
writeFileSync(`${folder}/report.md`, markdown);
process.stdout.write(markdown);
say(`written to ${folder}/report.json and report.md`);
process.exitCode = report.rows.every(({ isReached }) => isReached) ? 0 : 1;
