import { fen } from '#domain/money/fen';
import { parsePlainDate } from '#domain/time/dates';
import { type Sheet } from './set-workbook.js';

const day = parsePlainDate('2025-01-31');

/** Sheets with every type of cell, for the specs. */
export const sampleSheets: readonly Sheet[] = [
  {
    name: '达标率 Attainment',
    columns: ['请求', '件数', '违约金（元）', '比例', '日期'].map((title) => ({ title, width: 16 })),
    rows: [
      [
        { type: 'text', value: '北京喆堃龑䶮 <&> "=1+1"\n第二行' },
        { type: 'integer', value: 120 },
        { type: 'money', value: fen(10_700_053) },
        { type: 'permille', value: '12.75' },
        day === null ? null : { type: 'date', value: day },
      ],
      [
        { type: 'text', value: '=HYPERLINK("x")' },
        { type: 'integer', value: 0 },
        { type: 'money', value: fen(-1) },
        null,
        null,
      ],
    ],
  },
  { name: 'Empty', columns: [{ title: 'Request', width: 20 }], rows: [] },
];
