import calendar from '#schemas/calendar.schema.json';
import decisionTable from '#schemas/decision-table.schema.json';
import parameters from '#schemas/parameters.schema.json';
import ruleSet from '#schemas/rule-set.schema.json';
import targets from '#schemas/targets.schema.json';
import template from '#schemas/template.schema.json';
import terms from '#schemas/terms.schema.json';
import variant from '#schemas/variant.schema.json';
import { type CodeEditorProps } from '~/parts/code-editor/props';
import { type Language, LANGUAGES } from '~/words/words';

type Schema = NonNullable<CodeEditorProps['schema']>;

/** Which schema holds for a file, by how the file is called. */
const SCHEMAS: readonly (readonly [RegExp, object])[] = [
  [/^template\.json$/, template],
  [/^variant\.json$/, variant],
  [/\.table\.json$/, decisionTable],
  [/\.rules\.json$/, ruleSet],
  [/(^|\/)targets\.json$/, targets],
  [/(^|\/)parameters\.json$/, parameters],
  [/(^|\/)terms\.json$/, terms],
  [/^calendars\/[^/]+\.json$/, calendar],
];

const localized = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    SCHEMAS.map(([pattern, schema]) => [pattern, inLanguage(schema, language)] as const),
  ]),
);

/** The schema of a file of a package, with its help in the language of the page; none for acceptance cases. */
export function schemaOf(path: string, language: Language): Schema | undefined {
  return localized[language]?.find(([pattern]) => pattern.test(path))?.[1];
}

/** Schemas say what a member is for in English, and in Chinese beside it. */
function inLanguage(schema: object, language: Language): Schema {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const said = 'x-zh-CN' in value && language === 'zh-CN' ? { description: value['x-zh-CN'] } : {};
    const members = Object.entries(value).map(([key, each]) => [key, walk(each)] as const);
    return { ...Object.fromEntries(members), ...said };
  };
  return walk(schema) as Schema;
}
