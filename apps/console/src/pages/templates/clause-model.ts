import { type components } from '#client/openapi';
import { clauseSections, withClauseSection } from '#templates/clause-sections';
import { type ConditionalClause, parseClauseText } from '#templates/clause-text';
import { type Language, LANGUAGES } from '~/words/words';
import { type Files, jsonOf, textOfJson } from './files';

type Template = components['schemas']['Template'];

export type Parameter = Template['parameters'][number];

/** A clause in one language as it stands in the files, or as the base has it. */
export interface ClauseSide {
  readonly title: string;
  readonly text: string;
  /** Whether it is the draft's own: what the base says is only shown. */
  readonly isOwn: boolean;
  /** The condition of a base's clause, which a variant takes over. */
  readonly when?: ConditionalClause['when'];
}

export interface ClauseRow {
  readonly number: string;
  /** Null where the other language alone has the clause. */
  readonly sides: Readonly<Record<Language, ClauseSide | null>>;
}

/** What a draft's clauses are made of: of a variant the base in both languages. */
export type Base = Readonly<Record<Language, Pick<Template, 'clauses' | 'parameters' | 'terms'>>>;

/** The clauses of a draft, those of its base where it has none of its own. */
export function clauseRows(files: Files, base: Base | null): ClauseRow[] {
  const sides = Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      base ? overBase(files, base, language) : written(files, language),
    ]),
  ) as Record<Language, ReadonlyMap<string, ClauseSide>>;
  const numbers = new Set(LANGUAGES.flatMap((language) => [...sides[language].keys()]));
  return [...numbers].map((number) => ({
    number,
    sides: {
      'zh-CN': sides['zh-CN'].get(number) ?? null,
      en: sides.en.get(number) ?? null,
    },
  }));
}

function written(files: Files, language: Language): ReadonlyMap<string, ClauseSide> {
  const path = clauseFile(files, language);
  const sections = clauseSections((path !== null && files[path]) || '');
  return new Map(
    sections.map(({ number, heading, text }) => [
      number,
      { title: heading.slice(number.length).trim(), text, isOwn: true },
    ]),
  );
}

function overBase(files: Files, base: Base, language: Language): ReadonlyMap<string, ClauseSide> {
  const own = ownClauses(files, language);
  return new Map(
    base[language].clauses.map(({ number, title, text, when }) => {
      const mine = own[number];
      const side: ClauseSide = {
        title: mine?.title ?? title,
        text: mine?.text ?? text,
        isOwn: mine !== undefined,
        ...(when && { when }),
      };
      return [number, side];
    }),
  );
}

/** What a variant may say of a clause. */
interface OwnClause {
  readonly title?: string;
  readonly text: string;
}

function ownClauses(files: Files, language: Language): Readonly<Record<string, OwnClause>> {
  const clauses = jsonOf(files['variant.json'])['clauses'] as
    Readonly<Partial<Record<Language, Readonly<Record<string, OwnClause>>>>> | undefined;
  return clauses?.[language] ?? {};
}

/** Where the manifest of a template says that the clauses of a language are; null of a variant. */
function clauseFile(files: Files, language: Language): string | null {
  const manifest = jsonOf(files['template.json'])['files'] as
    { readonly clauses?: Readonly<Partial<Record<Language, string>>> } | undefined;
  return manifest?.clauses?.[language] ?? null;
}

/** Whether the file that clauses are written to can be read at all: what it says would be lost otherwise. */
export function canWriteClauses(files: Files, base: Base | null): boolean {
  if (base === null) return LANGUAGES.every((language) => clauseFile(files, language) !== null);
  return 'extends' in jsonOf(files['variant.json']);
}

/** The files with another title or text of a clause that is the draft's own. */
export function withClause(
  files: Files,
  base: Base | null,
  { number, language }: { readonly number: string; readonly language: Language },
  { title, text }: Pick<ClauseSide, 'title' | 'text'>,
): Files {
  if (base !== null) {
    const isBases = base[language].clauses.find((each) => each.number === number)?.title === title;
    return withOwn(files, language, number, isBases ? { text } : { title, text });
  }
  const path = clauseFile(files, language);
  if (path === null) return files;
  const change = { heading: `${number} ${title}`, text };
  return { ...files, [path]: withClauseSection(files[path] ?? '', number, change) };
}

/** The files with a clause of the base as the variant's own, in both languages, to be changed. */
export function withOwnClause(files: Files, base: Base, number: string): Files {
  return LANGUAGES.reduce((made, language) => {
    const clause = base[language].clauses.find((each) => each.number === number);
    return clause ? withOwn(made, language, number, { text: clause.text }) : made;
  }, files);
}

/** The files without the variant's own clause: that of the base holds again. */
export function withBasesClause(files: Files, number: string): Files {
  return LANGUAGES.reduce((made, language) => withOwn(made, language, number, undefined), files);
}

function withOwn(files: Files, language: Language, number: string, own: OwnClause | undefined): Files {
  const { clauses: _, ...manifest } = jsonOf(files['variant.json']);
  const { [number]: __, ...others } = ownClauses(files, language);
  const changed: Record<Language, object> = {
    'zh-CN': ownClauses(files, 'zh-CN'),
    en: ownClauses(files, 'en'),
    [language]: own === undefined ? others : { ...ownClauses(files, language), [number]: own },
  };
  const isEmpty = LANGUAGES.every((each) => Object.keys(changed[each]).length === 0);
  const next = isEmpty ? manifest : { ...manifest, clauses: changed };
  return { ...files, 'variant.json': textOfJson(next) };
}

/** The clause as the printer takes it, and what is wrong with its conditions, in words of the parser. */
export function readClause(
  number: string,
  side: ClauseSide,
): { clause: ConditionalClause; faults: string[] } {
  const plain = { number, title: side.title, text: side.text, ...(side.when && { when: side.when }) };
  if (side.text.trim() === '') return { clause: plain, faults: [] };
  const parsed = parseClauseText(`# -\n## ${number} ${side.title || '-'}\n${side.text}\n`, number);
  if ('faults' in parsed) {
    return { clause: plain, faults: parsed.faults.map(({ problem, allowed }) => `${problem}: ${allowed}`) };
  }
  const [clause = plain] = parsed.text.clauses;
  return { clause: { ...clause, ...(side.when && { when: side.when }) }, faults: [] };
}
