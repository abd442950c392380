/** Names that are written so in Chinese too. */
const NAMES = new Set([
  'https',
  'http',
  'base64',
  'sha256',
  'camt',
  'and',
  'contract',
  'all',
  'next',
  'id',
  'when',
  'true',
  'false',
  'not',
  'at',
  'type',
  'fixed',
  'or',
]);

/** Values of a phrase that are English words, where they stand in the Chinese text as they are. */
export function unsaidValues(values: Readonly<Record<string, string>>, said: string): string[] {
  return Object.values(values)
    .filter((value) => said.includes(value))
    .flatMap((value) => value.match(/[\w./@:-]*[A-Za-z][\w./@:-]*/g) ?? [])
    .filter((word) => !isName(word));
}

function isName(word: string): boolean {
  return NAMES.has(word) || /[A-Z\d./_-]/.test(word);
}

/** English words that were left in a Chinese text: names, which have capitals, digits, dots or quotes, are none. */
export function unsaid(english: string, said: string): string[] {
  const words =
    said.replaceAll(/“[^”]*”|`[^`]*`|\{[^}]*\}/g, '').match(/[\w./@:-]*[A-Za-z][\w./@:-]*/g) ?? [];
  return words.filter((word) => !english.includes(word) || !isName(word));
}
