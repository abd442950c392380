import { type Json } from '#domain/entry';
import { type Instant } from '#domain/time/instant';

/** A sentence in both languages of a contract. */
export interface Sentence {
  readonly 'zh-CN': string;
  readonly en: string;
}

type Payload = { readonly [key: string]: Json };

const PRIORITIES: Readonly<Record<string, Sentence>> = {
  critical: { 'zh-CN': '紧急', en: 'Critical' },
  high: { 'zh-CN': '高', en: 'High' },
  medium: { 'zh-CN': '中', en: 'Medium' },
  low: { 'zh-CN': '低', en: 'Low' },
};

const TARGETS: Readonly<Record<string, Sentence>> = {
  response: { 'zh-CN': '响应', en: 'response' },
  workaround: { 'zh-CN': '临时解决', en: 'workaround' },
  resolution: { 'zh-CN': '解决', en: 'resolution' },
};

/** Obligations that templates have, by their ids; others are named as they are. */
const OBLIGATIONS: Readonly<Record<string, Sentence>> = {
  delivery: { 'zh-CN': '交付', en: 'delivery' },
  installation: { 'zh-CN': '安装', en: 'installation' },
  acceptance: { 'zh-CN': '验收', en: 'acceptance' },
  handover: { 'zh-CN': '移交', en: 'handover' },
  training: { 'zh-CN': '培训', en: 'training' },
};

/** Why a clock may stand still, as the shipped templates name it; other reasons are named as they are. */
const PAUSE_REASONS: Readonly<Record<string, Sentence>> = {
  waitingForClient: {
    'zh-CN': '等待客户提供信息、权限或确认',
    en: "waiting for the Client's information, access or confirmation",
  },
  waitingForThirdParty: { 'zh-CN': '等待第三方', en: 'waiting for a third party' },
  changeWindow: { 'zh-CN': '等待约定的变更窗口', en: 'waiting for an agreed change window' },
  other: { 'zh-CN': '其他原因', en: 'another reason' },
};

const PARTIES: Readonly<Record<string, Sentence>> = {
  client: { 'zh-CN': '客户', en: 'the Client' },
  provider: { 'zh-CN': '服务商', en: 'the Provider' },
};

const FACTS: Readonly<Record<string, Sentence>> = {
  responded: { 'zh-CN': '已响应', en: 'a response' },
  workaround: { 'zh-CN': '提供临时解决方案', en: 'a workaround' },
  path: { 'zh-CN': '给出明确路径和时间表', en: 'a definite path with a timetable' },
  resolved: { 'zh-CN': '已解决', en: 'the resolution' },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** `2025-01-06 09:15` in the zone; midnight as the end of the day before where a deadline runs to it. */
export function clockText(at: string, zone: string, use: 'moment' | 'deadline' = 'moment'): string {
  const isMidnight = use === 'deadline' && formatted(at, zone).endsWith('00:00');
  if (!isMidnight) return formatted(at, zone);
  const before = new Date(Date.parse(at) - 1000).toISOString();
  return `${formatted(before, zone).slice(0, 10)} 24:00`;
}

function formatted(at: string, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    const parts = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    } as const;
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...parts });
    formats.set(zone, format);
  }
  return format.format(new Date(at));
}

/** Reads an entry's payload for its sentence. */
export class Reading {
  constructor(
    private readonly payload: Payload,
    readonly request: string,
    private readonly zone: string,
    /** When the entry counts; null where it is not told. */
    readonly happenedAt: string | null = null,
  ) {}

  text(name: string): string {
    const value = this.payload[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  number(name: string): number {
    const value = this.payload[name];
    return typeof value === 'number' ? value : 0;
  }

  is(name: string): boolean {
    return this.payload[name] === true;
  }

  /** Whether the entry says that it is not so; an entry that says nothing of it does not. */
  denies(name: string): boolean {
    return this.payload[name] === false;
  }

  /** Whether the entry says that there is none. */
  lacks(name: string): boolean {
    return this.payload[name] === null;
  }

  list(name: string): readonly string[] {
    const value = this.payload[name];
    return Array.isArray(value) ? value.map(String) : [];
  }

  member(name: string): Reading {
    const value = this.payload[name];
    const inner =
      typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Payload) : {};
    return new Reading(inner, this.request, this.zone);
  }

  items(name: string): readonly Reading[] {
    const value = this.payload[name];
    if (!Array.isArray(value)) return [];
    return value.map((item) => new Reading(item as Payload, this.request, this.zone));
  }

  at(name: string): string {
    const text = this.text(name);
    return text === '' ? '' : clockText(text, this.zone);
  }

  due(name: string): string {
    const text = this.text(name);
    return text === '' ? '' : clockText(text as Instant, this.zone, 'deadline');
  }

  get priority(): Sentence {
    return named(PRIORITIES, this.text('priority'));
  }

  get target(): Sentence {
    return named(TARGETS, this.text('target'));
  }

  get pauseReason(): Sentence {
    return named(PAUSE_REASONS, this.text('reason'));
  }

  get party(): Sentence {
    return named(PARTIES, this.text('by'));
  }

  get metBy(): Sentence {
    return named(FACTS, this.text('metBy'));
  }
}

/** The word for an obligation. */
export function obligationWord(id: string): Sentence {
  return OBLIGATIONS[id] ?? { 'zh-CN': `义务“${id}”`, en: `obligation ${id}` };
}

/** What its being late is called: 逾期交付, late delivery. */
export function latenessWord(id: string): Sentence {
  const word = OBLIGATIONS[id];
  return word
    ? { 'zh-CN': `逾期${word['zh-CN']}`, en: `late ${word.en}` }
    : { 'zh-CN': `逾期履行义务“${id}”`, en: `late performance of obligation ${id}` };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The word for a target of clauses 2.3 and 2.4. */
export function targetWord(kind: string): Sentence {
  return named(TARGETS, kind);
}

function named(words: Readonly<Record<string, Sentence>>, name: string): Sentence {
  return words[name] ?? { 'zh-CN': name, en: name };
}

const INVOICE_PARTS: Readonly<Record<string, Sentence>> = {
  fee: { 'zh-CN': '服务费', en: 'the fee' },
  interest: { 'zh-CN': '逾期利息', en: 'the late interest' },
  credit: { 'zh-CN': '抵扣', en: 'the credit' },
};

/** A line of a statement by what it is about: `miss/R-3/response@…`, `invoice/2025-03/fee`; others by their names. */
export function lineWord(line: string): Sentence {
  const [, request = '', target = ''] = /^miss\/(.+)\/([^/@]+)@/.exec(line) ?? [];
  if (target !== '') {
    const word = named(TARGETS, target);
    return { 'zh-CN': `${request} ${word['zh-CN']}未达标`, en: `the miss of the ${word.en} of ${request}` };
  }
  const part = INVOICE_PARTS[/^invoice\/[^/]+\/(\w+)$/.exec(line)?.[1] ?? ''];
  return part ?? { 'zh-CN': line, en: line };
}
