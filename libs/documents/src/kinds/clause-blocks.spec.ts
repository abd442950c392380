import { type Block } from '../paper.js';
import { clauseBlocks, clauseText, roleWords } from './clause-blocks.js';

const paragraph = (text: string): Block => ({ type: 'paragraph', style: 'body', text });

describe('the text of a clause as blocks', () => {
  it.each<[what: string, text: string, blocks: Block[]]>([
    ['paragraphs apart', '(1) 甲。\n\n(2) 乙。', [paragraph('(1) 甲。'), paragraph('(2) 乙。')]],
    ['sentences that follow one another', '(1) 甲。\n乙。', [paragraph('(1) 甲。乙。')]],
    ['English sentences with a space', '(1) One.\nTwo.', [paragraph('(1) One. Two.')]],
    [
      'items that end with a semicolon, and what follows them',
      '(1) 结算下列款项：\n违约金；\n账单金额。\n未使用部分为各日。\n其费用按日计算。',
      [paragraph('(1) 结算下列款项：\n违约金；\n账单金额。\n未使用部分为各日。其费用按日计算。')],
    ],
    [
      'items that end with a full stop',
      '(1) 之一：\n紧急——甲。\n高——乙。',
      [paragraph('(1) 之一：\n紧急——甲。\n高——乙。')],
    ],
    [
      'bullets',
      '范围：\n- 甲\n- 乙\n\n丙。',
      [paragraph('范围：'), { type: 'list', items: ['甲', '乙'] }, paragraph('丙。')],
    ],
    [
      'labels with their values',
      '收款账户\n开户银行：某行\n账号：00',
      [
        paragraph('收款账户'),
        {
          type: 'facts',
          rows: [
            ['开户银行', '某行'],
            ['账号', '00'],
          ],
        },
      ],
    ],
  ])('%s', (_, text, blocks) => {
    expect(clauseText(text)).toEqual(blocks);
  });

  it('reads a table', () => {
    expect(clauseText('| 优先级 | 响应 |\n|---|---|\n| 高 | 30 分钟 |\n| 低 |')).toEqual([
      {
        type: 'table',
        caption: null,
        columns: [
          { title: '优先级', align: 'left', share: 1 },
          { title: '响应', align: 'left', share: 1 },
        ],
        rows: [
          ['高', '30 分钟'],
          ['低', ''],
        ],
        total: null,
        empty: '—',
      },
    ]);
  });
});

describe('the clause of the parties', () => {
  const text = [
    'Buyer (the Client in the system, "the Buyer")\nFull name: A Ltd.\nE-mail: a@example.com',
    'Seller (the Provider in the system, "the Seller")\nFull name: B Ltd.\nE-mail: b@example.com',
    'Formed when both have signed.',
  ].join('\n\n');
  const clause = { number: 'Parties', title: 'The parties', text };

  it('puts both side by side, word for word', () => {
    expect(clauseBlocks(clause)).toEqual([
      { type: 'heading', level: 1, number: null, text: 'The parties' },
      {
        type: 'parties',
        client: {
          role: 'Buyer (the Client in the system, "the Buyer")',
          name: 'A Ltd.',
          rows: [['E-mail', 'a@example.com']],
        },
        provider: {
          role: 'Seller (the Provider in the system, "the Seller")',
          name: 'B Ltd.',
          rows: [['E-mail', 'b@example.com']],
        },
      },
      paragraph('Formed when both have signed.'),
    ]);
  });

  it('says what they are called from then on', () => {
    const fallback = { client: 'Client', provider: 'Provider' };
    expect(roleWords({ title: '', clauses: [clause] }, fallback)).toEqual({
      client: 'Buyer',
      provider: 'Seller',
    });
    expect(roleWords({ title: '', clauses: [] }, fallback)).toEqual(fallback);
    const chinese = {
      ...clause,
      text: '买方（以下称“买方”）\n公司全称：甲\n\n卖方（以下称“卖方”）\n公司全称：乙',
    };
    expect(roleWords({ title: '', clauses: [chinese] }, fallback)).toEqual({
      client: '买方',
      provider: '卖方',
    });
  });
});
