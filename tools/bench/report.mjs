import { shown } from './measure.mjs';

/** The report for people; the JSON beside it has every sample. */
export function asMarkdown({ environment, rows }) {
  const { node, processors, memoryGigabytes, commit, isChanged, load, loadAfter } = environment;
  return [
    '# Bench',
    '',
    `Node ${node}, ${processors}, ${memoryGigabytes} GB; commit ${commit}${isChanged ? ' with changes' : ''}; load ${load.join(' ')} before, ${loadAfter.join(' ')} after.`,
    '',
    '| Row | What | Baseline | Reach | Median | Worst | Reached |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(line),
    '',
    ...rows.flatMap(samplesOf),
  ].join('\n');
}

function line({ name, what, unit, baseline, reach, median, worst, isReached }) {
  const wanted = 'least' in reach ? `>= ${shown(reach.least)}` : `<= ${shown(reach.most)}`;
  const of = baseline === null ? ` ${unit}` : '';
  const cells = [
    name,
    what,
    baseline ?? '-',
    `${wanted}${of}`,
    `${shown(median)}${of}`,
    `${shown(worst)}${of}`,
  ];
  return `| ${[...cells, isReached ? 'yes' : '**no**'].join(' | ')} |`;
}

function samplesOf({ name, unit, notes, samples }) {
  const list = (key) => samples.map((sample) => shown(sample[key])).join(', ');
  return [
    `## ${name}`,
    '',
    ...notes.map((note) => `- ${note}`),
    `- product, ${unit}: ${list('product')}`,
    ...(samples[0]?.baseline === undefined
      ? []
      : [`- baseline, ${unit}: ${list('baseline')}`, `- ratio: ${list('ratio')}`]),
    '',
  ];
}
