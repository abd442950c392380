import { rowsOf } from './csv';

/** A contract of an upload: the document of its line, and what is shown of it. */
export interface UploadLine {
  readonly number: number;
  /** One line of NDJSON. */
  readonly text: string;
  readonly reference: string;
  readonly client: string;
  readonly template: string;
}

/** A file that nobody can read as contracts; where, in words of the file. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

type Json = Readonly<Record<string, unknown>>;
/** Which members of `parameters` are whole numbers, for a template. */
export type Integers = (template: string) => Promise<ReadonlySet<string>>;

/**
 * The contracts of a file: NDJSON, a JSON list (or one object), or CSV whose first row names the members
 * (`clientId`, `parties.client.fullName`, `parameters.monthlyFee`).
 */
export async function readUpload(file: File, integers: Integers): Promise<UploadLine[]> {
  const text = textOf(await file.arrayBuffer());
  const documents = /\.csv$/i.test(file.name) ? await ofCsv(text, integers) : ofJson(text);
  return documents.map(lineOf);
}

/** Spreadsheets of Chinese machines write GB 18030. */
function textOf(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function ofJson(text: string): unknown[] {
  try {
    const whole: unknown = JSON.parse(text);
    return Array.isArray(whole) ? whole : [whole];
  } catch {
    // Not one document: a document on each line.
    return text
      .split(/\r?\n/)
      .flatMap((line, index) => (line.trim() === '' ? [] : [parsed(line, index + 1)]));
  }
}

function parsed(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Unreadable(`${number}: ${error instanceof Error ? error.message : 'JSON'}`);
  }
}

async function ofCsv(text: string, integers: Integers): Promise<Json[]> {
  const [head = [], ...rows] = rowsOf(text);
  const names = head.map((name) => name.trim());
  const documents: Json[] = [];
  for (const row of rows) {
    const cells = names.map((name, index) => [name, (row[index] ?? '').trim()] as const);
    const template = cells.find(([name]) => name === 'template')?.[1] ?? '';
    documents.push(nested(cells, await integers(template)));
  }
  return documents;
}

/** Members by their paths; an empty cell is a member that is left out. */
function nested(cells: readonly (readonly [string, string])[], integers: ReadonlySet<string>): Json {
  const document: Record<string, unknown> = {};
  for (const [path, cell] of cells) {
    if (path === '' || cell === '') continue;
    const names = path.split('.');
    const last = names.pop() ?? '';
    let place: Record<string, unknown> = document;
    for (const name of names) place = (place[name] ??= {}) as Record<string, unknown>;
    const isNumber = names[0] === 'parameters' && integers.has(last) && /^-?\d{1,15}$/.test(cell);
    place[last] = isNumber ? Number(cell) : cell;
  }
  return document;
}

function lineOf(document: unknown, index: number): UploadLine {
  const members: Json = typeof document === 'object' && document !== null ? (document as Json) : {};
  const said = (name: string) => (typeof members[name] === 'string' ? members[name] : '');
  return {
    number: index + 1,
    text: JSON.stringify(document),
    reference: said('reference'),
    client: fullNameIn(members) || said('clientId'),
    template: said('template'),
  };
}

function fullNameIn({ parties }: Json): string {
  const { client } = (parties ?? {}) as { readonly client?: { readonly fullName?: unknown } };
  return typeof client?.fullName === 'string' ? client.fullName : '';
}
