import { type BacktestTotal, type ContractComparison } from '#backtest/comparison';
import { type Progress } from '#backtest/backtest-all';
import { type ContractOutcome } from '#backtest/tester';
import { formatFault } from '#domain/fault';
import { comparisonHeadline, comparisonSentences, figureRows, totalSentences } from '#narration/backtest';
import { type Language } from '../language.js';

const WORDS = {
  en: {
    before: 'as it is',
    after: 'amended',
    more: (count: number) => `… and ${count} more (--json has them all)`,
  },
  'zh-CN': {
    before: '现行',
    after: '修改后',
    more: (count: number) => `……另有 ${count} 项（--json 输出全部）`,
  },
} as const;

/** One contract, whole: what differs in a line each, and all of its figures. */
export function comparisonText(
  comparison: ContractComparison,
  language: Language,
  mostLines: number,
): string {
  const sentences = comparisonSentences(comparison).map((sentence) => `  ${sentence[language]}`);
  const shown = sentences.slice(0, mostLines);
  const left = sentences.length - shown.length;
  return [
    comparisonHeadline(comparison)[language],
    ...figureTable(comparison, language, 'all'),
    ...shown,
    ...(left > 0 ? [`  ${WORDS[language].more(left)}`] : []),
    '',
  ].join('\n');
}

/** One contract of many: a line where it would have been otherwise, and the figures that differ; else nothing. */
export function outcomeText(outcome: ContractOutcome, language: Language): string {
  if ('error' in outcome) return `${outcome.contract}: ${outcome.error}\n`;
  if ('faults' in outcome) return `${outcome.contract}: ${outcome.faults.map(formatFault).join('; ')}\n`;
  const { comparison } = outcome;
  if (!comparison.changed && comparison.reproduced !== false) return '';
  const caveat =
    comparison.reproduced === false ? [`  ${comparisonSentences(comparison)[0]?.[language] ?? ''}`] : [];
  return [
    comparisonHeadline(comparison)[language],
    ...figureTable(comparison, language, 'changed'),
    ...caveat,
    '',
  ].join('\n');
}

export function totalText(total: BacktestTotal, language: Language): string {
  return [
    ...totalSentences(total).map((sentence) => sentence[language]),
    ...figureTable(total, language, 'all'),
    '',
  ].join('\n');
}

function figureTable(
  { before, after }: Pick<ContractComparison, 'before' | 'after'>,
  language: Language,
  which: 'all' | 'changed',
): string[] {
  const rows = figureRows(before, after, which).map((row) => [row.name[language], row.before, row.after]);
  if (rows.length === 0) return [];
  const { before: first, after: second } = WORDS[language];
  const all = [['', first, second], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => width(row[column] ?? ''))));
  return all.map((row, index) => {
    const [name = '', old = '', now = ''] = row;
    const mark = index > 0 && old !== now ? ' *' : '';
    const cells = [
      fill(name, widths[0] ?? 0, 'end'),
      fill(old, widths[1] ?? 0, 'start'),
      fill(now, widths[2] ?? 0, 'start'),
    ];
    return `  ${cells.join('  ')}${mark}`.trimEnd();
  });
}

/** Chinese characters and their punctuation take two columns of a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, each) => sum + (/[\u2E80-\uFFEF]/u.test(each) ? 2 : 1), 0);
}

function fill(text: string, columns: number, side: 'start' | 'end'): string {
  const space = ' '.repeat(Math.max(0, columns - width(text)));
  return side === 'end' ? text + space : space + text;
}

const EVERY_MILLISECONDS = 1000;

/** Tells on standard error how far a run has come, at most once a second. */
export function progressTeller(started = performance.now()): (progress: Progress) => void {
  let last = started;
  return ({ contracts, ofContracts, requests, ofRequests }) => {
    const time = performance.now();
    const isLast = contracts === ofContracts;
    if (time - last < EVERY_MILLISECONDS && !isLast) return;
    last = time;
    const perSecond = Math.round(requests / Math.max((time - started) / 1000, 0.001));
    const [done, all] = [requests, ofRequests].map((count) => count.toLocaleString('en'));
    console.error(
      `${contracts} of ${ofContracts} contracts, ${done} of ${all} requests, ${perSecond.toLocaleString('en')} requests a second`,
    );
  };
}
