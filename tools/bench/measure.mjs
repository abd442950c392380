/**
 * One row: what is measured, in which unit, and how far it is to reach.
 *
 * @typedef {object} Row
 * @property {string} name in the report, `rules.outcome`
 * @property {string} what a sentence for people
 * @property {string} unit of each figure; of a row without a baseline, of what is to be reached
 * @property {{ least: number } | { most: number }} reach of the ratio product / baseline; without a baseline, of the figure
 * @property {string} [baseline] what the product is compared with; left out, the figure stands for itself
 * @property {() => Promise<Bench>} open
 *
 * @typedef {object} Bench
 * @property {() => Promise<number>} product one sample
 * @property {() => Promise<number>} [baseline] one sample of the same work without the product
 * @property {string[]} [notes] what has to be known, the durability of a database for one
 * @property {() => Promise<void>} [close]
 */

/** Measures a row: one pair to warm up, then pairs whose halves take turns at being first. */
export async function measured(row, pairs, say) {
  const { name, what, unit, reach, baseline = null } = row;
  say(`${name} ...`);
  const bench = await row.open();
  try {
    const samples = [];
    for (let pair = -1; pair < pairs; pair++) {
      const sample = await sampleOf(bench, pair % 2 === 0);
      if (pair >= 0) samples.push(sample);
    }
    const figures = samples.map((sample) => (baseline === null ? sample.product : sample.ratio));
    const [middle, worst] = [median(figures), worstOf(figures, reach)];
    const isReached = 'least' in reach ? middle >= reach.least : middle <= reach.most;
    say(`${name}: median ${shown(middle)}, worst ${shown(worst)}, ${isReached ? 'reached' : 'NOT reached'}`);
    const notes = bench.notes ?? [];
    return { name, what, unit, baseline, reach, median: middle, worst, isReached, notes, samples };
  } finally {
    await bench.close?.();
  }
}

async function sampleOf(bench, isBaselineFirst) {
  if (!bench.baseline) return { product: await bench.product() };
  const first = isBaselineFirst ? await bench.baseline() : null;
  const product = await bench.product();
  const baseline = first ?? (await bench.baseline());
  return { product, baseline, ratio: product / baseline };
}

function median(figures) {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function worstOf(figures, reach) {
  return 'least' in reach ? Math.min(...figures) : Math.max(...figures);
}

/** Three digits that count. */
export function shown(figure) {
  return figure >= 1000 ? Math.round(figure).toLocaleString('en') : String(Number(figure.toPrecision(3)));
}

/** How often a second `work` was done, tried `times` times. */
export async function rate(times, work) {
  const start = performance.now();
  for (let time = 0; time < times; time++) await work(time);
  return (times * 1000) / (performance.now() - start);
}

/** The same for work that waits for nothing. */
export function rateOfSync(times, work) {
  const start = performance.now();
  for (let time = 0; time < times; time++) work(time);
  return (times * 1000) / (performance.now() - start);
}
