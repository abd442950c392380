/** A stretch of text that two texts share, or that only one of them has. */
export interface TextRun {
  readonly kind: 'same' | 'deleted' | 'inserted';
  readonly text: string;
}

/**
 * Beyond so many changed words the comparison stops looking for the shortest way, and says that what lies between is
 * replaced: its work and memory grow with the square of this.
 */
const MOST_CHANGES = 2000;

/**
 * What leads from one text to the other, word by word, as few words as possible: the runs that are not `inserted` make
 * `before`, those that are not `deleted` make `after`. No two runs of a kind stand side by side, and equal texts are one
 * run, none where they are empty. Chinese is cut into its words; a binding, `{{name}}`, is one
 * word, and so is a line that begins or ends a condition.
 */
export function diffText(before: string, after: string): TextRun[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return readable(editsOf(wordsOf(before), wordsOf(after)));
}

/** Whether something differs. */
export function isChanged(runs: readonly TextRun[]): boolean {
  return runs.some(({ kind }) => kind !== 'same');
}

// One segmenter for both languages: its dictionary for Chinese works whatever the locale.
const SEGMENTER = new Intl.Segmenter('zh-CN', { granularity: 'word' });

/** The words of a text with what stands between them; joined, they are the text. */
export function wordsOf(text: string): string[] {
  return text
    .split(/(\{\{[^{}]*\}\}|^:::[^\n]*$)/m)
    .flatMap((part, index) =>
      index % 2 === 1 ? [part] : Array.from(SEGMENTER.segment(part), ({ segment }) => segment),
    );
}

/** The edits between two lists of words, what they share at both ends set aside first. */
function editsOf(before: readonly string[], after: readonly string[]): TextRun[] {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const middle = shortestEdits(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  );
  return [
    { kind: 'same', text: before.slice(0, start).join('') },
    ...middle,
    { kind: 'same', text: before.slice(before.length - end).join('') },
  ];
}

/** Myers' greedy comparison (1986): for each number of edits the furthest point on every diagonal. */
function shortestEdits(before: readonly string[], after: readonly string[]): TextRun[] {
  const most = Math.min(before.length + after.length, MOST_CHANGES);
  const furthest = new Int32Array(2 * most + 3);
  const offset = most + 1;
  const steps: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    steps.push(furthest.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const below = furthest[offset + diagonal + 1] ?? 0;
      const left = furthest[offset + diagonal - 1] ?? 0;
      let x = diagonal === -edits || (diagonal !== edits && left < below) ? below : left + 1;
      let y = x - diagonal;
      while (x < before.length && y < after.length && before[x] === after[y]) [x, y] = [x + 1, y + 1];
      furthest[offset + diagonal] = x;
      if (x >= before.length && y >= after.length) return wayBack(before, after, steps);
    }
  }
  return [
    { kind: 'deleted', text: before.join('') },
    { kind: 'inserted', text: after.join('') },
  ];
}

/** The edits from the end to the start, by what was furthest before each; then in order. */
function wayBack(
  before: readonly string[],
  after: readonly string[],
  steps: readonly Int32Array[],
): TextRun[] {
  const runs: TextRun[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = steps.length - 1; edits >= 0; edits--) {
    const furthest = steps[edits] ?? new Int32Array();
    const at = (diagonal: number): number => furthest[edits + 1 + diagonal] ?? 0;
    const diagonal = x - y;
    const isInsertion = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const previousX = edits === 0 ? 0 : at(diagonal + (isInsertion ? 1 : -1));
    const previousY = edits === 0 ? 0 : previousX - diagonal - (isInsertion ? 1 : -1);
    while (x > previousX && y > previousY) {
      [x, y] = [x - 1, y - 1];
      runs.push({ kind: 'same', text: before[x] ?? '' });
    }
    if (edits === 0) break;
    if (isInsertion) runs.push({ kind: 'inserted', text: after[previousY] ?? '' });
    else runs.push({ kind: 'deleted', text: before[previousX] ?? '' });
    [x, y] = [previousX, previousY];
  }
  return runs.toReversed();
}

/**
 * The runs joined by kind: between two stretches that stay the same, first all that goes, then all that comes. A gap of
 * spaces or a single mark between changes is taken into them, as nobody reads a change of every other word.
 */
function readable(edits: readonly TextRun[]): TextRun[] {
  const runs: TextRun[] = [];
  let deleted = '';
  let inserted = '';
  const end = (): void => {
    if (deleted !== '') runs.push({ kind: 'deleted', text: deleted });
    if (inserted !== '') runs.push({ kind: 'inserted', text: inserted });
    [deleted, inserted] = ['', ''];
  };
  const merged = mergedSame(edits);
  for (const [index, { kind, text }] of merged.entries()) {
    if (kind === 'deleted') deleted += text;
    else if (kind === 'inserted') inserted += text;
    else if (deleted + inserted !== '' && index < merged.length - 1 && /^[^\S\n]+$/.test(text)) {
      deleted += text;
      inserted += text;
    } else {
      end();
      runs.push({ kind, text });
    }
  }
  end();
  return runs;
}

/** Neighbouring runs that stay the same as one, empty ones left out. */
function mergedSame(edits: readonly TextRun[]): TextRun[] {
  const merged: TextRun[] = [];
  for (const run of edits) {
    const last = merged.at(-1);
    if (run.text === '') continue;
    if (run.kind === 'same' && last?.kind === 'same') {
      merged[merged.length - 1] = { kind: 'same', text: last.text + run.text };
    } else merged.push(run);
  }
  return merged;
}
