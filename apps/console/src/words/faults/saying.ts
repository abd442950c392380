/** Phrases of the API and what they are in Chinese: `'"{id}" is given twice': '“{id}”出现了两次'`. */
export type Phrases = Readonly<Record<string, string>>;

/** Names that stand in phrases, in tables: `{status:contractStatus}` is looked up in `contractStatus`. */
export type NameTables = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Says an English text of the API in Chinese; null where no phrase is this text. */
export type Say = (english: string) => string | null;

/** Told which phrase a text was taken for, with its values. */
export type OnUse = (phrase: string, values: Readonly<Record<string, string>>) => void;

interface Pattern {
  readonly phrase: string;
  readonly said: string;
  readonly form: RegExp;
  readonly startsWithWords: boolean;
  readonly words: number;
}

/** A place for a value, `{name}`. `{{name}}` are braces that the texts of clauses have; `{{{name}}}` a value in them. */
const PLACE = /\{\{(\{\w+(?::\w+)?\})\}\}|(\{\{\w+\}\})|(\{\w+(?::\w+)?\})/;

/**
 * Reads the phrases. Of several that a text can be, one that begins with words wins over one that begins with a value,
 * and then the one with the most words. `{kind:said}` is a value that is a phrase itself, `{names:list}` a list of
 * names that stay, `{status:contractStatus}` one name or several of a table; names, dates and amounts stay as they are.
 */
export function saying(phrases: Phrases, names: NameTables, onUse?: OnUse): Say {
  const patterns = Object.entries(phrases).map(([phrase, said]) => pattern(phrase, said));
  patterns.sort((a, b) => Number(b.startsWithWords) - Number(a.startsWithWords) || b.words - a.words);
  const say: Say = (english) => {
    for (const { phrase, said, form } of patterns) {
      const found = form.exec(english);
      if (!found) continue;
      const values = found.groups ?? {};
      onUse?.(phrase, values);
      return filled(said, values, say, names);
    }
    return null;
  };
  return say;
}

function pattern(phrase: string, said: string): Pattern {
  const parts = partsOf(phrase);
  const words = parts.map((part) => (typeof part === 'string' ? part : ''));
  const form = parts.map((part, index) => {
    if (typeof part !== 'string') return `(?<${part.name}>.*?)`;
    // A quoted value that is long is cut off: `"Wiederherstellung der …...`, without its second mark.
    const isClosing = index > 0 && part.startsWith('"') && words[index - 2]?.endsWith('"');
    return isClosing ? `(?:"|(?<=\\.\\.\\.))${escaped(part.slice(1))}` : escaped(part);
  });
  return {
    phrase,
    said,
    form: new RegExp(`^${form.join('')}$`, 's'),
    startsWithWords: words[0] !== '',
    words: words.join('').length,
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function filled(said: string, values: Readonly<Record<string, string>>, say: Say, names: NameTables): string {
  return partsOf(said)
    .map((part) => {
      if (typeof part === 'string') return part;
      const value = values[part.name] ?? '';
      if (part.as === 'said') return say(value) ?? value;
      if (part.as === 'list')
        return value
          .replaceAll("'", '')
          .split(/, | \| /)
          .join('、');
      return part.as === null ? value : inTable(value, names[part.as] ?? {});
    })
    .join('');
}

/** Each name of `a, b` or `a or b` in Chinese; those that the table lacks as they are. */
function inTable(value: string, table: Readonly<Record<string, string>>): string {
  return value
    .split(/, | or | and /)
    .map((name) => table[name] ?? name)
    .join('、');
}

type Part = string | { readonly name: string; readonly as: string | null };

function partsOf(text: string): Part[] {
  const place = PLACE.exec(text);
  if (!place) return text === '' ? [] : [text];
  const [whole, inBraces, braces, alone] = place;
  const before = text.slice(0, place.index);
  const after = partsOf(text.slice(place.index + whole.length));
  if (braces !== undefined) return joined(before + braces, after);
  if (inBraces !== undefined) return [`${before}{{`, valueIn(inBraces), ...joined('}}', after)];
  return [...(before === '' ? [] : [before]), valueIn(alone ?? ''), ...after];
}

function joined(before: string, [first, ...rest]: readonly Part[]): Part[] {
  if (typeof first === 'string') return [before + first, ...rest];
  return first === undefined ? [before] : [before, first, ...rest];
}

function valueIn(place: string): Part {
  const [name = '', as = null] = place.slice(1, -1).split(':');
  return { name, as };
}
