import { type Redline } from '#templates/redline';
import { type ValueChange } from '#templates/redline-values';
import { type Language, useLanguage, useWords } from '~/words/words';
import { type Parameter } from './clause-model';
import { valueText } from './clause-values';
import { compareWords } from './compare-words';
import { conditionText, readRuleSet, type Rule } from './rule-text';

/** One value that differs, to be read. */
export interface ChangedValue {
  readonly kind: 'parameters' | 'rules' | 'targets' | 'terms' | 'calendars';
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

type Member = keyof (typeof compareWords)['en']['member'];

/** Stands where there was nothing, or is nothing any more. */
export const NOTHING = '–';

/** Everything in a redline that is a value rather than a text: before and after, in the language of the page. */
export function useChangedValues(parameters: readonly Parameter[]): (redline: Redline) => ChangedValue[] {
  const t = useWords(compareWords);
  const language = useLanguage();
  const plain = (kind: ChangedValue['kind'], name: string, changes: readonly ValueChange[]): ChangedValue[] =>
    changes.map(({ path, before, after }) => ({
      kind,
      what: [name, path].filter(Boolean).join(' · '),
      before: said(before),
      after: said(after),
    }));
  return (redline) => [
    ...redline.parameters.flatMap((change) => parameterValues(change, parameters, language)),
    ...redline.rules.flatMap((set): ChangedValue[] => {
      if (set.kind !== 'changed') {
        const [before, after] = set.kind === 'added' ? [NOTHING, t('there')] : [t('there'), NOTHING];
        return [{ kind: 'rules', what: set.name, before, after }];
      }
      const rules = set.rules.flatMap((rule): ChangedValue[] => {
        const name = `${set.name} · ${t('rule', { rule: rule.name })}`;
        if (rule.kind === 'changed') return plain('rules', name, rule.changes);
        const text = ruleText(rule.value as unknown as Rule, language);
        const [before, after] = rule.kind === 'added' ? [NOTHING, text] : [text, NOTHING];
        return [{ kind: 'rules', what: name, before, after }];
      });
      return [...plain('rules', set.name, set.head), ...rules];
    }),
    ...plain('targets', '', redline.targets),
    ...plain('terms', '', redline.terms),
    ...redline.calendars.flatMap((each) =>
      each.kind === 'changed'
        ? plain('calendars', each.name, each.changes)
        : plain('calendars', each.name, [
            { path: '', ...(each.kind === 'added' ? { after: t('there') } : { before: t('there') }) },
          ]),
    ),
  ];
}

function parameterValues(
  change: Redline['parameters'][number],
  parameters: readonly Parameter[],
  language: Language,
): ChangedValue[] {
  const parameter = parameters.find(({ name }) => name === change.name);
  const label = parameter ? `${parameter.label[language]} (${change.name})` : change.name;
  const value = (given: unknown) =>
    parameter && (typeof given === 'string' || typeof given === 'number')
      ? valueText(parameter, given, language)
      : said(given);
  if (change.kind !== 'changed') {
    const usual =
      change.value.default === undefined ? change.value.label[language] : value(change.value.default);
    const [before, after] = change.kind === 'added' ? [NOTHING, usual] : [usual, NOTHING];
    return [{ kind: 'parameters', what: label, before, after }];
  }
  return narrowed(change.changes).map(({ path, before, after }) => ({
    kind: 'parameters',
    what: `${label} · ${memberWord(path, language)}`,
    before: path === 'required' ? yesNo(before, language) : value(before),
    after: path === 'required' ? yesNo(after, language) : value(after),
  }));
}

/** A value that was fixed is its own limits: that is one thing to read, not four. */
function narrowed(changes: readonly ValueChange[]): readonly ValueChange[] {
  const of = (path: string) => changes.find((each) => each.path === path);
  const [usual, least, most] = [of('default'), of('minimum'), of('maximum')];
  const fixed = least?.after ?? most?.after;
  const isFixed = usual?.after !== undefined && fixed === usual.after && (most?.after ?? fixed) === fixed;
  if (!isFixed) return changes;
  const gone = ['default', 'minimum', 'maximum', 'moreThan', 'required'];
  return [{ ...usual, path: 'fixed' }, ...changes.filter(({ path }) => !gone.includes(path))];
}

function memberWord(path: string, language: Language): string {
  const members: Readonly<Partial<Record<string, string>>> = compareWords[language].member satisfies Readonly<
    Record<Member, string>
  >;
  return members[path] ?? path;
}

function yesNo(value: unknown, language: Language): string {
  return value === true ? compareWords[language].yes : compareWords[language].no;
}

function ruleText({ name, ...rule }: Rule, language: Language): string {
  const [read] = readRuleSet({ rules: [{ name, ...rule }] }).rules;
  if (!read) return name;
  const outcome = Object.entries(read.event.params ?? {}).map(([key, value]) => `${key} = ${said(value)}`);
  return `${conditionText(read.conditions, (fact) => fact, language)} → ${outcome.join(', ')}`;
}

function said(value: unknown): string {
  if (value === undefined || value === null) return NOTHING;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
