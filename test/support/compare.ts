/**
 * What an answer lacks of what was expected: one line per difference, `path: expected … got …`. Members beyond those
 * expected are no difference, entries of lists are.
 */
export function differences(expected: unknown, answer: unknown, path = ''): string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(answer)) return [line(path, expected, answer)];
    const entries = expected.flatMap((item, index) => differences(item, answer[index], `${path}[${index}]`));
    if (expected.length === answer.length) return entries;
    return [`${path}: expected ${expected.length} entries, got ${answer.length}`, ...entries];
  }
  if (isObject(expected)) {
    if (!isObject(answer)) return [line(path, expected, answer)];
    return Object.entries(expected).flatMap(([name, value]) =>
      differences(value, answer[name], `${path}.${name}`),
    );
  }
  return Object.is(expected, answer) ? [] : [line(path, expected, answer)];
}

/** The same for rehearsals' documents, where no request may be there that was not expected. */
export function documentDifferences(expected: { requests: object }, answer: { requests: object }): string[] {
  const names = [expected, answer].map(({ requests }) => Object.keys(requests).sort().join(' '));
  const extra = names[0] === names[1] ? [] : [line('.requests', names[0], names[1])];
  return [...extra, ...differences(expected, answer)];
}

function line(path: string, expected: unknown, answer: unknown): string {
  return `${path}: expected ${JSON.stringify(expected)} got ${JSON.stringify(answer)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
