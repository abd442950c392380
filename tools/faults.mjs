// Breaks whatever Pacta stands on, under load, and looks whether anything was lost or done twice. The product runs from
// its build, in processes of its own. For CI: npm run faults -- --seed 1 --short
// By hand: npm run faults -- --seed 7 [--kills 200] [--only 'kill worker'] [--server development] [--keep]
// The last line is the figure; --keep writes docs/faults.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildOrExplain } from './build.mjs';

const MARK = '<!-- made by npm run faults, from here on -->';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '200' },
    short: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    server: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const [seed, kills] = [Number(values.seed), Number(values.kills)];
if (!Number.isInteger(seed) || !Number.isInteger(kills) || seed < 0 || kills < 0) {
  process.stderr.write('faults: --seed and --kills are whole numbers\n');
  process.exit(2);
}
if (!buildOrExplain()) process.exit(1);

const { run } = await import('./faults/run.mjs');
const { asMarkdown, figureLine, reportOf } = await import('./faults/report.mjs');
const { developmentServer, productionServer } = await import('./faults/temporal.mjs');

const say = (line) => process.stderr.write(`faults: ${line}\n`);
const isShort = values.short;
// A short run has no time to wait for the other.
const isProduction = (values.server ?? (isShort ? 'development' : 'production')) === 'production';
const server = isProduction ? productionServer() : developmentServer;
const command = `npm run faults -- ${process.argv.slice(2).join(' ')}`.trim();
const outcome = await run({ seed, isShort, kills, only: values.only, server, say });
const report = reportOf(outcome, { seed, isShort, server, command });

mkdirSync('dist/faults', { recursive: true });
writeFileSync('dist/faults/report.json', `${JSON.stringify(report, null, 2)}\n`);
writeFileSync('dist/faults/report.md', asMarkdown(report));
if (values.keep) keep('docs/faults.md', asMarkdown(report));
for (const { name, faults } of [...report.invariants, ...report.faults])
  for (const fault of faults) say(`${name}: ${fault}`);
process.stdout.write(`${figureLine(report)}\n`);
process.exitCode = report.isSound ? 0 : 1;
// What a world leaves behind (a connection in a pool, say) keeps nobody waiting.
setTimeout(() => process.exit(), 1_000).unref();

/** What people wrote above the mark stays. */
function keep(file, markdown) {
  const written = existsSync(file) ? readFileSync(file, 'utf8').split(MARK)[0] : '';
  writeFileSync(file, `${written}${MARK}\n\n${markdown}`);
}
