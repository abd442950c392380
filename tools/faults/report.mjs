import { environment } from '../bench/environment.mjs';

/**
 * What a run came to, as one object: the figures, each fault, each invariant.
 *
 * @param {Awaited<ReturnType<typeof import('./run.mjs').run>>} outcome
 */
export function reportOf(outcome, { seed, isShort, server, command }) {
  const { faults, invariants, lost, doubled, statuses, notes, seconds } = outcome;
  const afterKills = faults.filter(({ kills }) => kills > 0).map(({ resumedSeconds }) => resumedSeconds);
  const broken = [...invariants.flatMap((each) => each.faults), ...faults.flatMap((each) => each.faults)];
  return {
    command,
    seed,
    isShort,
    server: server.name,
    environment: environment(),
    seconds,
    figure: {
      kills: faults.reduce((sum, { kills = 0 }) => sum + kills, 0),
      lost: lost.length,
      doubled: doubled.length,
      resumedP95Seconds: percentile(afterKills, 95),
      resumedWorstSeconds: percentile(afterKills, 100),
    },
    isSound: broken.length === 0,
    statuses,
    invariants,
    faults,
    notes,
  };
}

/** The last line of a run. */
export function figureLine({ figure }) {
  const { kills, lost, doubled, resumedP95Seconds } = figure;
  return `${kills} kills, ${lost} lost, ${doubled} doubled; resumed within ${resumedP95Seconds.toFixed(1)} s at p95`;
}

export function asMarkdown(report) {
  const { command, server, seed, seconds, environment: where, invariants, faults, figure } = report;
  return [
    '## The last long run',
    '',
    `\`${command}\`: **${figureLine(report)}** (at worst ${figure.resumedWorstSeconds.toFixed(1)} s), in ${seconds} s, seed ${seed}.`,
    '',
    `${server}; PostgreSQL 18 with fsync. Node ${where.node}, ${where.processors}, ${where.memoryGigabytes} GB; commit ${where.commit}${where.isChanged ? ' with changes' : ''}; load ${where.load.join(' ')} at the end.`,
    '',
    '| Held | What | Looked at | Broken |',
    '|---|---|---|---|',
    ...invariants.map(
      ({ name, what, note, faults: broken }) =>
        `| ${name} | ${what} | ${note} | ${broken.length === 0 ? 'never' : `**${broken.length}**`} |`,
    ),
    '',
    '| Fault | What | Times | Answers again after, worst | Note |',
    '|---|---|---|---|---|',
    ...rowsOf(faults),
    '',
  ].join('\n');
}

function rowsOf(faults) {
  return [...Map.groupBy(faults, ({ name }) => name)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => {
      const worst = Math.max(...times.map(({ resumedSeconds }) => resumedSeconds));
      const notes = [...new Set(times.flatMap(({ note, faults: wrong }) => [note, ...wrong]))].filter(
        Boolean,
      );
      return `| ${name} | ${times[0].what} | ${times.length} | ${worst.toFixed(1)} s | ${notes.join('; ')} |`;
    });
}

function percentile(figures, percent) {
  if (figures.length === 0) return 0;
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1];
}
