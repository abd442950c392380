import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** Where the figures were read: without it they say nothing. */
export function environment() {
  return {
    node: process.version,
    processors: `${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown'}`,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    commit: git('rev-parse', '--short', 'HEAD'),
    isChanged: git('status', '--porcelain', '--untracked-files=no') !== '',
    load: loadavg().map((figure) => Number(figure.toFixed(2))),
  };
}

function git(...words) {
  try {
    return execFileSync('git', words, { encoding: 'utf8' }).trim();
  } catch {
    return 'unknown';
  }
}
