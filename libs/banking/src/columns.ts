/** What a line is made of, by the headings that a column may have. The first that the file has is taken. */
export interface ColumnMapping {
  readonly bookedOn: readonly string[];
  /** One column with a sign, or with the direction in another one. */
  readonly amount?: readonly string[] | undefined;
  readonly direction?: readonly string[] | undefined;
  /** Or two columns, one of which is empty or nothing. */
  readonly credit?: readonly string[] | undefined;
  readonly debit?: readonly string[] | undefined;
  readonly currency?: readonly string[] | undefined;
  readonly payerName?: readonly string[] | undefined;
  readonly payerAccount?: readonly string[] | undefined;
  /** All that the file has, one after the other. */
  readonly reference?: readonly string[] | undefined;
  readonly endToEndId?: readonly string[] | undefined;
  readonly bankReference?: readonly string[] | undefined;
  /** The account that the statement is of. */
  readonly account?: readonly string[] | undefined;
}

export type ColumnName = keyof ColumnMapping;

export const PRESET_NAMES = ['generic', 'china'] as const;

export type PresetName = (typeof PRESET_NAMES)[number];

/** Headings that are met with often: English ones, and those of Chinese banks' exports. */
const PRESETS: Readonly<Record<PresetName, ColumnMapping>> = {
  generic: {
    bookedOn: ['Booking date', 'Booked on', 'Transaction date', 'Date'],
    amount: ['Amount'],
    direction: ['Direction', 'Debit/Credit', 'D/C', 'Type'],
    credit: ['Credit', 'Credit amount', 'Money in'],
    debit: ['Debit', 'Debit amount', 'Money out'],
    currency: ['Currency', 'Ccy'],
    payerName: ['Payer', 'Payer name', 'Counterparty', 'Counterparty name', 'Name'],
    payerAccount: ['Payer account', 'Counterparty account'],
    reference: ['Reference', 'Remittance information', 'Description', 'Purpose', 'Memo'],
    endToEndId: ['End-to-end id', 'EndToEndId'],
    bankReference: ['Bank reference', 'Transaction id', 'Transaction reference'],
    account: ['Account', 'Account number', 'Own account'],
  },
  china: {
    bookedOn: ['记账日期', '入账日期', '交易日期', '交易时间', '日期', '交易日'],
    amount: ['交易金额', '发生额', '金额'],
    direction: ['借贷标志', '借贷方向', '借贷', '收支', '收/支', '收付标志', '交易方向'],
    credit: ['贷方发生额', '贷方金额', '收入金额', '收入', '转入金额', '存入金额', '贷方'],
    debit: ['借方发生额', '借方金额', '支出金额', '支出', '转出金额', '支取金额', '借方'],
    currency: ['币种', '货币'],
    payerName: [
      '对方户名',
      '对方账户名称',
      '对方账户名',
      '对方名称',
      '对方单位名称',
      '对手户名',
      '付款人名称',
    ],
    payerAccount: ['对方账号', '对方账户', '对方帐号', '对手账号', '付款人账号'],
    reference: ['附言', '用途', '摘要', '备注', '交易附言', '摘要/附言'],
    bankReference: [
      '流水号',
      '交易流水号',
      '银行流水号',
      '核心流水号',
      '凭证流水号',
      '交易流水',
      '全局流水号',
    ],
    account: ['本方账号', '本方帐号', '查询账号', '账号', '帐号'],
  },
};

/** A heading as it is compared: width, spaces, case, and a unit in brackets behind it do not matter. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{Cc}]+/gu, '')
    .replace(/\([^()]*\)$/u, '');
}

/** Where the columns of a mapping stand in a row of headings; null where the row is none, as a column that is needed lacks. */
export function placesOf(
  mapping: ColumnMapping,
  row: readonly string[],
): Readonly<Partial<Record<ColumnName, readonly number[]>>> | null {
  const headings = row.map(plainHeading);
  const find = (names: readonly string[] = []): number[] =>
    names.map((name) => headings.indexOf(plainHeading(name))).filter((place) => place >= 0);
  const places: Partial<Record<ColumnName, readonly number[]>> = {};
  for (const name of Object.keys(mapping) as ColumnName[]) {
    const found = [...new Set(find(mapping[name]))];
    if (found.length > 0) places[name] = name === 'reference' ? found : found.slice(0, 1);
  }
  const saysAmount = places.amount !== undefined || places.credit !== undefined;
  return places.bookedOn !== undefined && saysAmount ? places : null;
}

/** The headings of a preset, or of all where none is named; what a file names by itself comes in their place. */
export function mappingOf(preset: PresetName | null, own: Partial<ColumnMapping>): ColumnMapping {
  const { generic, china } = PRESETS;
  const names = new Set([...Object.keys(generic), ...Object.keys(china)]) as ReadonlySet<ColumnName>;
  const both = Object.fromEntries(
    [...names].map((name) => [name, [...(generic[name] ?? []), ...(china[name] ?? [])]]),
  );
  const base = preset === null ? { ...both, bookedOn: both['bookedOn'] ?? [] } : PRESETS[preset];
  return { ...base, ...own };
}
