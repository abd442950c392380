import { type Command } from 'commander';
import { OPERATORS } from '#decisions/operator-names';
import {
  DECISION_POINT_NAMES,
  DECISION_POINTS,
  type DecisionPoint,
  OPERATOR_WORDS,
  TYPE_WORDS,
  type VocabularyFact,
} from '#decisions/vocabulary';
import { type FactDefinition } from '#domain/decision';
import { type Language, languageOption } from '../language.js';

const LABELS = {
  en: {
    outcome: 'outcome',
    source: 'from',
    parameters:
      'besides, every parameter of the template, by its name: integers as numbers, ratios and yuan as decimals, all else as text',
    operators: 'Operators',
    names: {
      priorities: "the template's priorities",
      targets: "the template's targets",
      obligations: "the template's obligations",
    },
    colon: ': ',
  },
  'zh-CN': {
    outcome: '结果',
    source: '来源',
    parameters:
      '此外，模板的每个参数均可按其名称作为事实使用：整数为 number，比例与金额为 decimal，其余为 string',
    operators: '运算符',
    names: { priorities: '模板的优先级', targets: '模板的服务水平目标', obligations: '模板的义务' },
    colon: '：',
  },
} as const;

/** `pacta rules vocabulary`: the closed vocabulary of every decision point, to read or as data. */
export function configureVocabulary(command: Command): void {
  command
    .addOption(languageOption())
    .option('--json', 'write it as data, in both languages')
    .action(({ lang, json }: { lang: Language; json?: boolean }) => {
      console.log(json ? JSON.stringify(vocabularyData(), null, 2) : vocabularyText(lang));
    });
}

function vocabularyData() {
  const operators = Object.entries(OPERATORS).map(([type, names]) => [
    type,
    { description: TYPE_WORDS[type as FactDefinition['type']], operators: names },
  ]);
  return {
    decisionPoints: DECISION_POINTS,
    types: Object.fromEntries(operators) as Record<string, unknown>,
    operators: OPERATOR_WORDS,
  };
}

function vocabularyText(language: Language): string {
  const { operators, parameters } = LABELS[language];
  return [
    ...DECISION_POINT_NAMES.flatMap((point) => pointLines(point, language)),
    `* ${parameters}`,
    '',
    operators,
    ...operatorLines(language),
  ].join('\n');
}

function pointLines(point: DecisionPoint, language: Language): string[] {
  const { asked, outcome, facts } = DECISION_POINTS[point];
  const { colon, outcome: label } = LABELS[language];
  const kind = typeText(outcome);
  return [
    `${point}${colon}${asked[language]}`,
    `  ${label}${colon}${outcome.name} (${kind}; ${outcome.range[language]})${colon}${outcome.description[language]}`,
    ...Object.entries(facts).flatMap(([name, fact]) => factLines(name, fact, language)),
    '',
  ];
}

function factLines(name: string, fact: VocabularyFact, language: Language): string[] {
  const { source, colon, names } = LABELS[language];
  const values = fact.names === undefined ? fact.values?.join(' | ') : names[fact.names];
  const kind = `${typeText(fact)}${values === undefined ? '' : `; ${values}`}`;
  return [
    `  - ${name} (${kind})${colon}${fact.description[language]}`,
    `      ${source}${colon}${fact.source[language]}`,
  ];
}

function typeText({ type, unit }: Pick<FactDefinition, 'type' | 'unit'>): string {
  return unit === undefined ? type : `${type}, ${unit}`;
}

function operatorLines(language: Language): string[] {
  const { colon } = LABELS[language];
  const types = Object.entries(OPERATORS).map(
    ([type, names]) =>
      `  ${type}${colon}${TYPE_WORDS[type as FactDefinition['type']][language]}\n    ${names.join(', ')}`,
  );
  const words = Object.entries(OPERATOR_WORDS).map(([name, text]) => `  - ${name}${colon}${text[language]}`);
  return [...types, ...words];
}
