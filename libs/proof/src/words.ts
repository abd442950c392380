import { type Facts, type FactValue, type RuleSet } from '#domain/decision';
import { type Priority, type TargetKind } from '#domain/terms';
import { factText, valueText } from '#narration/explain-words';
import { targetWord } from '#narration/words';
import { type Template } from '#templates/template';
import { type Words } from './report.js';

type Language = keyof Words;

/** A text in both languages from what makes it in each. */
export function inBoth(make: (language: Language) => string): Words {
  return { 'zh-CN': make('zh-CN'), en: make('en') };
}

/** Facts as a person reads them: `urgency high, impact low`, `紧急程度为“高”、影响范围为“低”`. */
export function factsWords(facts: Facts, vocabulary: RuleSet['facts']): Words {
  const told = (name: string, value: FactValue, language: Language): string => {
    const text = valueText(value, vocabulary[name]?.unit ?? null, language);
    const between = language === 'en' ? ' ' : text.startsWith('“') ? '为' : '为 ';
    return `${factText(name, vocabulary, language)}${between}${text}`;
  };
  return inBoth((language) =>
    Object.entries(facts)
      .map(([name, value]) => told(name, value, language))
      .join(language === 'en' ? ', ' : '、'),
  );
}

/** What a fact is called. */
export function factName(name: string, vocabulary: RuleSet['facts']): Words {
  return inBoth((language) => factText(name, vocabulary, language));
}

/** A value by itself, with its unit. */
export function valueWords(value: FactValue, unit: string | null): Words {
  return inBoth((language) => valueText(value, unit, language));
}

/** What the template calls a priority. */
export function priorityWords(template: Template, priority: Priority): Words {
  const label = template.targets?.priorities[priority]?.label;
  return label ?? { 'zh-CN': priority, en: priority };
}

/** What a kind of target is called. */
export function targetWords(kind: TargetKind): Words {
  return targetWord(kind);
}

/** A longer text of a value is a clause of its own: its name says it better. */
const LONGEST_VALUE = 20;

type Values = Readonly<Record<string, string | number>>;

/**
 * Parameters with their values, of those that are asked for and that the contract has: `workingDay = workingHours`, in
 * Chinese by their labels.
 */
export function parametersWords(template: Template, values: Values, names: readonly string[]): Words {
  return inBoth((language) => {
    const told = template.parameters.flatMap((definition) => {
      const { name, label } = definition;
      const value = values[name];
      if (value === undefined || !names.includes(name)) return [];
      if (language === 'en') return [`${name} = ${value}`];
      const said = definition.type === 'enum' ? definition.values[String(value)]?.['zh-CN'] : undefined;
      const words = said === undefined || said.length > LONGEST_VALUE ? value : said;
      return [`${label['zh-CN']}（${name}）为“${words}”`];
    });
    return told.join(language === 'en' ? ', ' : '，');
  });
}

/** `Where a = 1: `, `在a为1的合同中，`: what stands before a sentence; nothing where there are no parameters. */
export function whereWords(template: Template, values: Values, names: readonly string[]): Words {
  const { 'zh-CN': chinese, en } = parametersWords(template, values, names);
  return {
    'zh-CN': chinese === '' ? '' : `在${chinese}的合同中，`,
    en: en === '' ? '' : `Where ${en}: `,
  };
}

/** The values among those asked for, as a finding's inputs have them. */
export function chosen(values: Values, names: readonly string[]): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
