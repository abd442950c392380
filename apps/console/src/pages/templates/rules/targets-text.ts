import { type Path, valueAt } from './json-text.js';
import { isObject, plainText, plainTexts } from './reading.js';

/** A target as a row of the table of targets. */
export interface TargetRow {
  readonly path: Path;
  readonly priority: string;
  readonly kind: string;
  readonly unit: string;
  readonly parameter: string;
  readonly metBy: readonly string[];
  readonly clause: string;
  /** It is the first one of its priority. */
  readonly isFirst: boolean;
  readonly count: number;
}

export interface TargetsFile {
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rows: readonly TargetRow[];
}

/** Reads targets from the text of their file; null where it has not got the shape. */
export function readTargets(text: string): TargetsFile | null {
  const priorities = valueAt(text, ['priorities']);
  if (!isObject(priorities)) return null;
  const labels: Record<string, Record<string, string>> = {};
  const rows: TargetRow[] = [];
  for (const [priority, given] of Object.entries(priorities)) {
    if (!isObject(given) || !isObject(given['label']) || !Array.isArray(given['targets'])) return null;
    const { label, targets } = given;
    labels[priority] = plainTexts(label);
    for (const [index, target] of targets.entries()) {
      const row = readTarget(target, ['priorities', priority, 'targets', index]);
      if (!row) return null;
      rows.push({ ...row, priority, isFirst: index === 0, count: targets.length });
    }
  }
  return { labels, rows };
}

function readTarget(target: unknown, path: Path): Omit<TargetRow, 'priority' | 'isFirst' | 'count'> | null {
  if (!isObject(target) || !isObject(target['measure']) || !Array.isArray(target['metBy'])) return null;
  const { kind, measure, metBy, clause } = target;
  return {
    path,
    kind: plainText(kind),
    unit: plainText(measure['unit']),
    parameter: plainText(measure['parameter']),
    metBy: metBy.map(plainText),
    clause: plainText(clause),
  };
}
