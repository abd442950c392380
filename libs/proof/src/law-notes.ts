import { compareDecimals } from '#decisions/decimal';
import { type ConsequenceTerms } from '#domain/terms';
import { yearOf } from '#domain/time/dates';
import { largestOf } from './cap-bounds.js';
import { type ProofContext } from './context.js';
import { type ProofCheck, Tally } from './report.js';
import { type Trial } from './trials.js';

/** Penalties beyond 130 % of the loss are usually held excessive (2023 Interpretation art. 65): a cap of 30 % may be. */
const EXCESS_PERCENT = '30';
/** Four times the one-year loan prime rate of 3.0 % (since 20 May 2025), the bound of lending between private persons. */
const FOUR_TIMES_LPR_PERCENT = 12;
const DAYS_OF_YEAR = 365;
const PERMILLE_OF_PERCENT = 10;

/** What a court may see otherwise. Warnings for the people who publish a template: they never fail it. */
export async function lawNotes(context: ProofContext): Promise<ProofCheck[]> {
  const tally = new Tally('law.notes', TITLE);
  noteCaps(context, tally);
  await noteInterest(context, tally);
  for (const trial of context.trials) noteTerm(trial, tally);
  return [tally.check()];
}

function noteCaps({ template }: ProofContext, tally: Tally): void {
  for (const { id, on, clause, caps } of template.terms.consequences) {
    for (const { percent, of } of caps) {
      if (on === 'latePayment' || (of !== 'totalAmount' && of !== 'obligationValue')) continue;
      tally.cases += 1;
      const definition =
        typeof percent === 'object'
          ? template.parameters.find(({ name }) => name === percent.parameter)
          : null;
      const highest =
        typeof percent === 'string' ? percent : definition?.type === 'decimal' ? definition.maximum : '0';
      if (compareDecimals(highest, EXCESS_PERCENT) <= 0) continue;
      tally.note(`cap ${id}`, {
        kind: 'highCap',
        inputs: { consequence: id, clause, percent: highest },
        found: `up to ${highest} %`,
        expected: `at most ${EXCESS_PERCENT} %`,
        sentence: {
          'zh-CN': `第 ${clause} 条的上限可达 ${highest}%：违约金超过损失 130% 的，通常会被认定为过高（2023 年合同编通则司法解释第 65 条）。`,
          en: `The cap of clause ${clause} may be as high as ${highest} %: a penalty beyond 130 % of the loss is usually held excessive (2023 Interpretation art. 65).`,
        },
      });
    }
  }
}

async function noteInterest(context: ProofContext, tally: Tally): Promise<void> {
  const seen = new Set<string>();
  for (const { kind, terms } of context.trials) {
    for (const consequence of terms.consequences) {
      if (consequence.on !== 'latePayment' || kind === 'pair') continue;
      tally.cases += 1;
      const { permille } = await largestOf(context, terms, consequence);
      const percent = yearlyPercent(Number(permille), consequence);
      if (percent <= FOUR_TIMES_LPR_PERCENT || seen.has(permille)) continue;
      seen.add(permille);
      const yearly = String(Number(percent.toFixed(2)));
      const { id, clause } = consequence;
      tally.note(`interest ${id} ${permille}`, {
        kind: 'highInterest',
        inputs: { consequence: id, clause, permille, yearlyPercent: yearly },
        found: `${yearly} % a year`,
        expected: `at most ${FOUR_TIMES_LPR_PERCENT} % a year`,
        sentence: {
          'zh-CN': `第 ${clause} 条的逾期付款违约金为 ${permille}‰，折合年利率 ${yearly}%，高于一年期贷款市场报价利率（2025 年 5 月 20 日起为 3.0%）四倍的 12%，可能被请求调减。`,
          en: `Late payment under clause ${clause} costs ${permille}‰, that is ${yearly} % a year: more than 12 %, four times the one-year loan prime rate (3.0 % since 20 May 2025); it may be reduced on request.`,
        },
      });
    }
  }
}

function yearlyPercent(permille: number, { times, periodDays }: ConsequenceTerms): number {
  const often = { once: 1, daysLate: DAYS_OF_YEAR, periodsLate: DAYS_OF_YEAR / periodDays }[times];
  return (permille * often) / PERMILLE_OF_PERCENT;
}

/** Beyond the published years working days are provisional. */
function noteTerm({ terms }: Trial, tally: Tally): void {
  tally.cases += 1;
  const years = Object.keys(terms.calendar.years).map(Number);
  const last = terms.schedule.at(-1)?.endDate;
  const published = Math.max(...years);
  if (last === undefined || yearOf(last) <= published + 1) return;
  const { id } = terms.calendar;
  tally.note(`term ${id}`, {
    kind: 'unpublishedYears',
    inputs: { calendar: id, published, termEnds: last },
    found: `a term to ${last}`,
    expected: `published years, to ${published}`,
    sentence: {
      'zh-CN': `合同期可至 ${last}，而日历 ${id} 只公布到 ${published} 年：此后按周一至周五推定，期限均为暂定。`,
      en: `A term may run to ${last}, but the calendar ${id} is published to ${published} only: after it Mondays to Fridays are presumed, and deadlines are provisional.`,
    },
  });
}

const TITLE = {
  'zh-CN': '法律提示（仅提醒，不影响通过）',
  en: 'Notes on the law (warnings only)',
};
