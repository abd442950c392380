import {
  type BacktestTotal,
  type Change,
  type ChangeCounts,
  type ContractComparison,
  type Figures,
  type InvoiceView,
  type MissView,
  type MonthView,
  type RefusedFact,
  type RequestChange,
  type RightView,
  type TargetView,
} from '#backtest/comparison';
import { FIGURE_WORDS, factWord, outcomeWord, refusalReason, statusWord } from './backtest-words.js';
import { clockText, Reading, type Sentence, targetWord } from './words.js';

/** A line of the table of figures. */
export interface FigureRow {
  readonly name: Sentence;
  readonly before: string;
  readonly after: string;
}

/** The figures, all of them or those that differ, in a fixed order. */
export function figureRows(before: Figures, after: Figures, which: 'all' | 'changed'): FigureRow[] {
  const names = Object.keys(FIGURE_WORDS) as (keyof Figures)[];
  return names
    .filter((name) => which === 'all' || before[name] !== after[name])
    .map((name) => ({ name: FIGURE_WORDS[name], before: String(before[name]), after: String(after[name]) }));
}

/** What became of one contract, in a line. */
export function comparisonHeadline(comparison: ContractComparison): Sentence {
  const { contract, changed, requests, misses, months, rights, refused } = comparison;
  if (!changed) return say(`${contract}：无变化`, `${contract}: nothing would have changed`);
  return say(
    `${contract}：服务请求 ${requests.length} 件、未达标 ${misses.length} 次、月份 ${months.length} 个、` +
      `解除权 ${rights.length} 项有变化，${refused.length} 项事实不再可能`,
    `${contract}: ${counted(requests.length, 'request')}, ${counted(misses.length, 'miss', 'misses')}, ` +
      `${counted(months.length, 'month')} and ${counted(rights.length, 'right')} differ, ` +
      `${counted(refused.length, 'fact')} no longer possible`,
  );
}

/**
 * Everything of a contract that would have been otherwise: first what to bear in mind, then what weighs most. Instants
 * are in its zone.
 */
export function comparisonSentences(comparison: ContractComparison): Sentence[] {
  const { zone, status } = comparison;
  return [
    ...caveats(comparison),
    ...(status.before === status.after ? [] : [statusSentence(status)]),
    ...comparison.months.map(monthSentence),
    ...comparison.rights.map((change) => rightSentence(change, zone)),
    ...comparison.invoices.map(invoiceSentence),
    ...comparison.charges.map(({ key, before, after }) =>
      amountSentence(say(`费用项 ${key}`, `Charge ${key}`), before?.amount ?? null, after?.amount ?? null),
    ),
    ...comparison.misses.map((change) => missSentence(change, zone)),
    ...comparison.refused.map((fact) => refusedSentence(fact, zone)),
    ...comparison.requests.flatMap((change) => requestSentences(change, zone)),
  ];
}

/** A back-test of many contracts, summed up. */
export function totalSentences(total: BacktestTotal): Sentence[] {
  const { contracts, changed, requests, requestsChanged, misses, months, rights, refused } = total;
  const sentences = [
    say(
      `共回溯 ${contracts} 份合同、${requests} 件服务请求；${changed} 份合同、${requestsChanged} 件请求会有不同`,
      `${counted(contracts, 'contract')} and ${counted(requests, 'request')} looked at: ` +
        `${counted(changed, 'contract')} and ${counted(requestsChanged, 'request')} would have been otherwise`,
    ),
    countsSentence(say('未达标', 'Misses'), misses),
    countsSentence(say('月份', 'Months'), months),
    countsSentence(say('单方解除权', 'Termination rights'), rights),
    say(`${refused} 项已记录的事实不再可能`, `${counted(refused, 'recorded fact')} no longer possible`),
  ];
  if (total.failed > 0)
    sentences.push(
      say(
        `${total.failed} 份合同无法适用该修改`,
        `The amendment does not fit ${counted(total.failed, 'contract')}`,
      ),
    );
  if (total.notReproduced > 0)
    sentences.push(
      say(
        `${total.notReproduced} 份合同按原条款重算与记录不符，其比较仅供参考`,
        `${counted(total.notReproduced, 'contract')} could not be reproduced: take their comparison as a hint only`,
      ),
    );
  return sentences;
}

function caveats({ reproduced, differs, runsOnAt, notCarried, zone }: ContractComparison): Sentence[] {
  const found: Sentence[] = [];
  if (reproduced === false) {
    found.push(
      say(
        `按原条款重算与记录不符，比较仅供参考：${differs[0] ?? ''}`,
        `The re-run of the terms as they are differs from what is recorded, so take this as a hint: ${differs[0] ?? ''}`,
      ),
    );
  }
  if (runsOnAt !== null) {
    const end = clockText(runsOnAt, zone);
    found.push(
      say(
        `按修改后的条款，合同在 ${end} 不会终止；其后的事实未有记录，比较截至该时刻`,
        `The amended contract would not have ended at ${end}: what would have come is not recorded, ` +
          'and it is compared as of then',
      ),
    );
  }
  if (notCarried.length > 0) {
    const names = notCarried.join(', ');
    found.push(
      say(`新模板没有的参数：${names}`, `Parameters that the other template does not have: ${names}`),
    );
  }
  return found;
}

function statusSentence({ before, after }: ContractComparison['status']): Sentence {
  const [old, now] = [statusWord(before), statusWord(after)];
  return both(
    (language) => (language === 'en' ? `Contract: ` : '合同状态：') + arrow(old[language], now[language]),
  );
}

function requestSentences({ request, priority, targets }: RequestChange, zone: string): Sentence[] {
  const heading = say(`请求 ${request}`, `Request ${request}`);
  const changed =
    priority.before === priority.after
      ? []
      : [
          both((language) => {
            const words = [priority.before, priority.after].map((name) => priorityWord(name)[language]);
            const label = language === 'en' ? ': priority ' : ' 优先级：';
            return heading[language] + label + arrow(words[0] ?? '', words[1] ?? '');
          }),
        ];
  return [
    ...changed,
    ...targets.map(({ key, before, after }) =>
      both((language) => {
        const label = language === 'en' ? `: ${targetWord(key).en} ` : ` ${targetWord(key)['zh-CN']}：`;
        const [old, now] = [targetText(before, language, zone), targetText(after, language, zone)];
        return heading[language] + label + arrow(old, now);
      }),
    ),
  ];
}

function targetText(view: TargetView | null, language: keyof Sentence, zone: string): string {
  if (view === null) return NONE[language];
  const outcome = outcomeWord(view.outcome)[language];
  if (view.dueAt === null) return outcome;
  const due = clockText(view.dueAt, zone, 'deadline');
  return language === 'en' ? `due ${due} ${outcome}` : `${due} 截止，${outcome}`;
}

function missSentence({ before, after }: Change<MissView>, zone: string): Sentence {
  const view = after ?? before;
  if (view === null) return NONE;
  const target = targetWord(view.target);
  const at = clockText(view.at, zone);
  const name = say(`请求 ${view.request} ${target['zh-CN']}`, `${view.request}, ${target.en}`);
  const rest = say(`${at}，违约金 ${view.penalty} 元`, `${at}, penalty ${view.penalty}`);
  if (before === null)
    return say(`新增未达标：${name['zh-CN']} ${rest['zh-CN']}`, `New miss: ${name.en}, ${rest.en}`);
  if (after === null)
    return say(`不再未达标：${name['zh-CN']} ${rest['zh-CN']}`, `No miss any more: ${name.en}, ${rest.en}`);
  const moved = arrow(`${clockText(before.at, zone)} ${before.penalty}`, `${at} ${after.penalty}`);
  return say(`未达标有变：${name['zh-CN']} ${moved}`, `Miss otherwise: ${name.en}, ${moved}`);
}

function monthSentence({ key, before, after }: Change<MonthView>): Sentence {
  return both((language) => {
    const label = language === 'en' ? `Month ${key}: ` : `${key} 月：`;
    return label + arrow(monthText(before, language), monthText(after, language));
  });
}

function monthText(view: MonthView | null, language: keyof Sentence): string {
  if (view === null) return language === 'en' ? 'not closed' : '未结月';
  const { misses, waived, failed, streak } = view;
  return language === 'en'
    ? `${failed ? 'failed' : 'met'} (${misses} missed, ${waived} waived, streak ${streak})`
    : `${failed ? '不达标' : '达标'}（未达标 ${misses} 次，豁免 ${waived} 次，连续 ${streak} 个月）`;
}

function rightSentence({ before, after }: Change<RightView>, zone: string): Sentence {
  const view = after ?? before;
  if (view === null) return NONE;
  const arisen = clockText(view.arisenAt, zone);
  const months = view.periods.join(', ');
  if (before === null)
    return say(
      `产生单方解除权：${arisen}（${months}）`,
      `A termination right would have arisen at ${arisen} (${months})`,
    );
  if (after === null)
    return say(
      `不再产生单方解除权：${arisen}（${months}）`,
      `The termination right of ${arisen} would not have arisen (${months})`,
    );
  return say(
    `单方解除权有变：${arisen}（${months}）`,
    `The termination right of ${arisen} would be otherwise (${months})`,
  );
}

function invoiceSentence({ key, before, after }: Change<InvoiceView>): Sentence {
  return both((language) => {
    const label = language === 'en' ? `Invoice ${key}: ` : `${key} 账单：`;
    return label + arrow(invoiceText(before, language), invoiceText(after, language));
  });
}

function invoiceText(view: InvoiceView | null, language: keyof Sentence): string {
  if (view === null) return NONE[language];
  const { credited, interest, payable } = view;
  return language === 'en'
    ? `credited ${credited}, interest ${interest}, payable ${payable}`
    : `抵扣 ${credited} 元，利息 ${interest} 元，应付 ${payable} 元`;
}

function amountSentence(name: Sentence, before: string | null, after: string | null): Sentence {
  return both((language) => `${name[language]}: ${arrow(before ?? NONE[language], after ?? NONE[language])}`);
}

function refusedSentence(fact: RefusedFact, zone: string): Sentence {
  const word = factWord(fact.type);
  const reason = refusalReason(fact);
  const at = clockText(fact.at, zone);
  const request = fact.request === null ? '' : ` ${fact.request}`;
  return say(
    `不再可能：${at}${request} ${word['zh-CN']}（第 ${fact.sequence} 条），${reason['zh-CN']}`,
    `No longer possible: ${at}${request} ${word.en} (line ${fact.sequence}), ${fact.member}: ${reason.en}`,
  );
}

function countsSentence(name: Sentence, { arisen, gone, changed }: ChangeCounts): Sentence {
  return say(
    `${name['zh-CN']}：新增 ${arisen}，消失 ${gone}，有变 ${changed}`,
    `${name.en}: ${arisen} new, ${gone} gone, ${changed} otherwise`,
  );
}

const NONE: Sentence = { 'zh-CN': '无', en: 'none' };

function priorityWord(priority: string | null): Sentence {
  return priority === null ? NONE : new Reading({ priority }, '', 'UTC').priority;
}

function arrow(before: string, after: string): string {
  return `${before} → ${after}`;
}

function both(text: (language: keyof Sentence) => string): Sentence {
  return say(text('zh-CN'), text('en'));
}

function say(chinese: string, en: string): Sentence {
  return { 'zh-CN': chinese, en };
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
