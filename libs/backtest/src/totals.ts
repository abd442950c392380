import { formatYuan, type Fen } from '#domain/money/fen';
import { type BacktestTotal, type Change, type ChangeCounts, type Figures } from './comparison.js';
import { type ContractOutcome } from './tester.js';
import { signedFen } from './views.js';

type Numbers = { -readonly [Name in keyof Figures]: number };

const COUNTED = ['misses', 'months', 'rights', 'invoices'] as const;

type Counted = Record<(typeof COUNTED)[number], { arisen: number; gone: number; changed: number }>;

/** Sums up contracts as they come. */
export class Totals {
  private contracts = 0;
  private changed = 0;
  private notReproduced = 0;
  private failed = 0;
  private requestsChanged = 0;
  private refused = 0;
  private readonly before = noNumbers();
  private readonly after = noNumbers();
  private readonly counts: Counted = {
    misses: noCounts(),
    months: noCounts(),
    rights: noCounts(),
    invoices: noCounts(),
  };

  add(outcome: ContractOutcome): void {
    this.contracts += 1;
    if (!('comparison' in outcome)) {
      this.failed += 1;
      return;
    }
    const { comparison } = outcome;
    if (comparison.changed) this.changed += 1;
    if (comparison.reproduced === false) this.notReproduced += 1;
    this.requestsChanged += comparison.requests.length;
    this.refused += comparison.refused.length;
    for (const part of COUNTED) count(this.counts[part], comparison[part]);
    raise(this.before, comparison.before);
    raise(this.after, comparison.after);
  }

  total(): BacktestTotal {
    const { contracts, changed, notReproduced, failed, requestsChanged, refused } = this;
    const { misses, months, rights, invoices } = this.counts;
    return {
      contracts,
      changed,
      notReproduced,
      failed,
      requests: this.before.requests,
      requestsChanged,
      misses: { ...misses },
      months: { ...months },
      rights: { ...rights },
      invoices: { ...invoices },
      refused,
      before: figures(this.before),
      after: figures(this.after),
    };
  }
}

function noCounts(): { arisen: number; gone: number; changed: number } {
  return { arisen: 0, gone: 0, changed: 0 };
}

function count(
  counts: { -readonly [Name in keyof ChangeCounts]: number },
  list: readonly Change<unknown>[],
): void {
  for (const { before, after } of list) {
    if (before === null) counts.arisen += 1;
    else if (after === null) counts.gone += 1;
    else counts.changed += 1;
  }
}

const NAMES = [
  'requests',
  'misses',
  'waived',
  'failedMonths',
  'rights',
  'penalties',
  'credits',
  'interest',
  'invoiced',
  'credited',
  'payable',
] as const satisfies readonly (keyof Figures)[];

function noNumbers(): Numbers {
  return Object.fromEntries(NAMES.map((name) => [name, 0])) as Numbers;
}

/** Amounts in fen. */
function raise(sums: Numbers, added: Figures): void {
  for (const name of NAMES) {
    const value = added[name];
    sums[name] += typeof value === 'number' ? value : signedFen(value);
  }
}

function figures(sums: Numbers): Figures {
  const yuan = (name: keyof Figures): string => formatYuan(sums[name] as Fen);
  const { requests, misses, waived, failedMonths, rights } = sums;
  return {
    requests,
    misses,
    waived,
    failedMonths,
    rights,
    penalties: yuan('penalties'),
    credits: yuan('credits'),
    interest: yuan('interest'),
    invoiced: yuan('invoiced'),
    credited: yuan('credited'),
    payable: yuan('payable'),
  };
}
