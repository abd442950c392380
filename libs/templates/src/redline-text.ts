import type { RuleCondition, RuleDefinition } from '#domain/decision';
import type { ConditionalClause } from './clause-text.js';
import {
  type ClauseChange,
  isEmptyRedline,
  type NamedChange,
  type Redline,
  type RuleSetChange,
} from './redline.js';
import { MARKDOWN, PLAIN, type RedlineStyle } from './redline-style.js';
import type { ValueChange } from './redline-values.js';
import type { Language, ParameterDefinition } from './template.js';
import type { TextRun } from './text-diff.js';

const WORDS = {
  'zh-CN': {
    changes: '模板变更对照',
    colon: '：',
    open: '（',
    close: '）',
    comma: '，',
    none: '两者内容相同。',
    title: '标题与说明',
    clauses: '条款',
    parameters: '参数',
    rules: '规则',
    targets: '服务水平目标',
    terms: '合同条件',
    calendars: '日历',
    added: '新增',
    removed: '删除',
    changed: '修改',
    ruleSet: '规则集',
    rule: '规则',
    clause: '条款',
    when: '适用条件',
    always: '始终适用',
    if: '如果',
    outcome: '则',
    and: ' 且 ',
    or: ' 或 ',
    not: '非',
    priority: '优先级',
  },
  en: {
    changes: 'Changes of the template',
    colon: ': ',
    open: ' (',
    close: ')',
    comma: ', ',
    none: 'Both have the same content.',
    title: 'Title and description',
    clauses: 'Clauses',
    parameters: 'Parameters',
    rules: 'Rules',
    targets: 'SLA targets',
    terms: 'Terms',
    calendars: 'Calendars',
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    ruleSet: 'rule set',
    rule: 'rule',
    clause: 'clause',
    when: 'applies when',
    always: 'always',
    if: 'if',
    outcome: 'then',
    and: ' and ',
    or: ' or ',
    not: 'not',
    priority: 'priority',
  },
} as const;

type Words = (typeof WORDS)[Language];

/**
 * A redline to be read: what goes as `[-old-]`, what comes as `{+new+}`, or in Markdown struck out and underlined.
 * Clauses are in the language asked for, with the paragraphs that change; `…` stands for those that do not.
 */
export function redlineText(
  redline: Redline,
  language: Language,
  { markdown = false }: { readonly markdown?: boolean } = {},
): string {
  const words = WORDS[language];
  const style = markdown ? MARKDOWN : PLAIN;
  const { before, after } = redline;
  const head = `${words.changes}${words.colon}${before.id} ${before.version} → ${after.id} ${after.version}`;
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', style.heading(2, title), '', ...lines];
  const values = (changes: readonly ValueChange[]): string[] =>
    changes.map((change) => style.item(0, valueLine(change, style)));
  const lines = [
    style.heading(1, head),
    ...section(words.title, values(redline.title)),
    ...section(
      words.clauses,
      redline.clauses[language].flatMap((change) => clauseLines(change, words, style)),
    ),
    ...section(
      words.parameters,
      redline.parameters.flatMap((change) =>
        namedLines(change, words, style, (each) => parameterWords(each, language)),
      ),
    ),
    ...section(
      words.rules,
      redline.rules.flatMap((change) => ruleSetLines(change, words, style)),
    ),
    ...section(words.targets, values(redline.targets)),
    ...section(words.terms, values(redline.terms)),
    ...section(
      words.calendars,
      redline.calendars.flatMap((change) => namedLines(change, words, style, () => '')),
    ),
  ];
  if (isEmptyRedline(redline)) lines.push('', words.none);
  return `${lines.join('\n')}\n`;
}

function clauseLines(change: ClauseChange, words: Words, style: RedlineStyle): string[] {
  if (change.kind !== 'changed') {
    const { clause } = change;
    const mark = change.kind === 'added' ? style.inserted : style.deleted;
    const heading = `${change.number} ${clause.title}${noted(words[change.kind] + conditionSuffix(clause, words), words)}`;
    return [
      style.heading(3, style.plain(heading)),
      '',
      ...clause.text.split('\n').map((line) => (line === '' ? '' : mark(line))),
      '',
    ];
  }
  const title = change.titleRuns === null ? style.plain(change.title) : runsText(change.titleRuns, style);
  const lines = [style.heading(3, `${change.number} ${title}`), ''];
  if (change.when !== null) {
    const [old, current] = [change.when.before, change.when.after].map((when) =>
      when === null ? words.always : `${when.parameter} = ${when.is}`,
    );
    lines.push(`${words.when}${words.colon}${style.deleted(old ?? '')}${style.inserted(current ?? '')}`, '');
  }
  if (change.textRuns !== null) lines.push(...changedParagraphs(change.textRuns, style), '');
  return lines;
}

/** A remark behind something, in the brackets of the language. */
function noted(remark: string, words: Words): string {
  return `${words.open}${remark}${words.close}`;
}

function conditionSuffix({ when }: ConditionalClause, words: Words): string {
  return when === undefined ? '' : `${words.comma}${words.when} ${when.parameter} = ${when.is}`;
}

function runsText(runs: readonly TextRun[], style: RedlineStyle): string {
  return runs
    .map(({ kind, text }) => {
      if (kind === 'same') return style.plain(text);
      return kind === 'deleted' ? style.deleted(text) : style.inserted(text);
    })
    .join('');
}

/** The lines in which something changes, each with what stays in it; `…` for those between. */
function changedParagraphs(runs: readonly TextRun[], style: RedlineStyle): string[] {
  const lines = linesOf(runs);
  const isChanged = (line: readonly TextRun[]): boolean => line.some(({ kind }) => kind !== 'same');
  // Where only line breaks differ, every line is shown.
  const shown = lines.some(isChanged) ? isChanged : () => true;
  const printed: string[] = [];
  for (const line of lines) {
    if (shown(line)) printed.push(runsText(line, style), '');
    else if (line.length > 0 && printed.at(-2) !== '…') printed.push('…', '');
  }
  if (printed.at(-1) === '') printed.pop();
  return printed;
}

/** The runs line by line; empty pieces are left out. */
function linesOf(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [[]];
  for (const { kind, text } of runs) {
    for (const [index, piece] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ kind, text: piece });
    }
  }
  return lines;
}

function namedLines<Value>(
  change: NamedChange<Value>,
  words: Words,
  style: RedlineStyle,
  about: (value: Value) => string,
): string[] {
  if (change.kind === 'changed') {
    const lines = change.changes.map((each) => style.item(1, valueLine(each, style)));
    return [style.item(0, `${style.code(change.name)}${noted(words.changed, words)}`), ...lines];
  }
  const mark = change.kind === 'added' ? style.inserted : style.deleted;
  const text = [change.name, about(change.value)].filter((each) => each !== '').join(words.colon);
  return [style.item(0, `${mark(text)}${noted(words[change.kind], words)}`)];
}

function parameterWords({ label, type, clause, ...rest }: ParameterDefinition, language: Language): string {
  const fallback = rest.default === undefined ? '' : `, ${JSON.stringify(rest.default)}`;
  return `${label[language]}, ${type}${fallback}, ${WORDS[language].clause} ${clause}`;
}

function ruleSetLines(change: RuleSetChange, words: Words, style: RedlineStyle): string[] {
  const name = `${words.ruleSet} ${change.name}`;
  if (change.kind !== 'changed') {
    const mark = change.kind === 'added' ? style.inserted : style.deleted;
    const rules = change.ruleSet.rules.map((rule) => style.item(1, mark(ruleWords(rule, words))));
    return [style.item(0, `${style.plain(name)}${noted(words[change.kind], words)}`), ...rules];
  }
  return [
    style.item(0, style.plain(name)),
    ...change.head.map((each) => style.item(1, valueLine(each, style))),
    ...change.rules.flatMap((rule) => ruleLines(rule, words, style)),
  ];
}

function ruleLines(change: NamedChange<RuleDefinition>, words: Words, style: RedlineStyle): string[] {
  if (change.kind !== 'changed') {
    const mark = change.kind === 'added' ? style.inserted : style.deleted;
    return [style.item(1, mark(ruleWords(change.value, words)))];
  }
  const lines = change.changes.map((each) => style.item(2, valueLine(each, style)));
  return [style.item(1, style.plain(`${words.rule} "${change.name}"`)), ...lines];
}

function ruleWords({ name, priority, conditions, event }: RuleDefinition, words: Words): string {
  const outcome = Object.entries(event.params).map(([param, value]) => `${param} = ${valueWords(value)}`);
  const condition = conditionWords(conditions, words);
  return `"${name}" (${words.priority} ${priority}): ${words.if} ${condition} ${words.outcome} ${outcome.join(', ')}`;
}

/** A condition as it would be said: `urgency equal "high" and not (impact in ["low"])`. */
function conditionWords(condition: RuleCondition, words: Words): string {
  if ('all' in condition) return condition.all.map((each) => groupWords(each, words)).join(words.and);
  if ('any' in condition) return condition.any.map((each) => groupWords(each, words)).join(words.or);
  if ('not' in condition) return `${words.not} (${conditionWords(condition.not, words)})`;
  return `${condition.fact} ${condition.operator} ${valueWords(condition.value)}`;
}

function groupWords(condition: RuleCondition, words: Words): string {
  const isGroup = 'all' in condition || 'any' in condition;
  return isGroup ? `(${conditionWords(condition, words)})` : conditionWords(condition, words);
}

function valueWords(value: unknown): string {
  const isFact = typeof value === 'object' && value !== null && 'fact' in value;
  return isFact ? String(value.fact) : JSON.stringify(value);
}

function valueLine({ path, before, after }: ValueChange, style: RedlineStyle): string {
  const old = before === undefined ? '' : style.deleted(JSON.stringify(before));
  const current = after === undefined ? '' : style.inserted(JSON.stringify(after));
  return `${path === '' ? '' : `${style.code(path)}: `}${old}${current}`;
}
