import { formatFault } from '#domain/fault';
import { readCamtStatement } from './camt.js';
import { type StatementLine } from './statement.js';

const balance = (code: string, amount: string, direction = 'CRDT') => `
  <Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd></Bal>`;

interface EntryParts {
  readonly amount?: string;
  readonly currency?: string;
  readonly direction?: string;
  readonly status?: string;
  readonly more?: string;
  readonly details?: string;
}

function entry(parts: EntryParts = {}): string {
  const {
    amount = '20000.00',
    currency = 'CNY',
    direction = 'CRDT',
    status = '<Sts>BOOK</Sts>',
    more = '',
  } = parts;
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${status}
    <BookgDt><Dt>2025-03-08</Dt></BookgDt>${more}
    ${parts.details === undefined ? '' : `<NtryDtls>${parts.details}</NtryDtls>`}</Ntry>`;
}

function statement(entries: string, version = '02', balances = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
  <GrpHdr><MsgId>1</MsgId></GrpHdr>
  <Stmt><Id>S1</Id><Acct><Id><Othr><Id>6222 0200</Id></Othr></Id><Ccy>CNY</Ccy>
    <Svcr><FinInstnId><BIC>SAMPCNSH</BIC></FinInstnId></Svcr></Acct>${balances}${entries}</Stmt>
</BkToCstmrStmt></Document>`;
}

function linesOf(text: string): readonly StatementLine[] {
  const result = readCamtStatement(text);
  if ('faults' in result) throw new Error(result.faults.map(formatFault).join('\n'));
  return result.value.lines;
}

function faultsOf(text: string): string[] {
  const result = readCamtStatement(text);
  return 'faults' in result ? result.faults.map(formatFault) : [];
}

const payment = `<TxDtls>
  <Refs><AcctSvcrRef>BANK-1</AcctSvcrRef><EndToEndId>E2E-7</EndToEndId></Refs>
  <RltdPties><Dbtr><Nm>Treasury &amp; Co</Nm></Dbtr>
    <DbtrAcct><Id><IBAN>DE02 1203 0000</IBAN></Id></DbtrAcct>
    <UltmtDbtr><Nm>&#19978;&#x6d77;示例制造股份有限公司</Nm></UltmtDbtr></RltdPties>
  <RmtInf><Ustrd>C-2025-0001</Ustrd><Ustrd><![CDATA[March & <April>]]></Ustrd>
    <Strd><RfrdDocInf><Nb>INV-2025-0003</Nb></RfrdDocInf></Strd></RmtInf></TxDtls>`;

describe('camt.053', () => {
  it('gives who paid, for whom, why, and the bank’s name for it', () => {
    expect(linesOf(statement(entry({ details: payment })))).toEqual([
      {
        account: '62220200',
        bookedOn: '2025-03-08',
        amount: 2_000_000,
        currency: 'CNY',
        payerName: '上海示例制造股份有限公司',
        payerAccount: 'DE0212030000',
        reference: 'C-2025-0001 March & <April> INV-2025-0003',
        endToEndId: 'E2E-7',
        bankReference: 'BANK-1',
        isReversal: false,
      },
    ]);
  });

  it('is read in its later versions and with prefixes', () => {
    const details = payment
      .replaceAll('<Dbtr>', '<Dbtr><Pty>')
      .replaceAll('</Dbtr>', '</Pty></Dbtr>')
      .replaceAll('<UltmtDbtr>', '<UltmtDbtr><Pty>')
      .replaceAll('</UltmtDbtr>', '</Pty></UltmtDbtr>');
    const text = statement(entry({ details, status: '<Sts><Cd>BOOK</Cd></Sts>' }), '08');
    const prefixed = text
      .replaceAll(/<(\/?)([A-Z])(?!pril)/g, '<$1n:$2')
      .replace('<n:Document xmlns=', '<n:Document xmlns:n=');
    expect(linesOf(text)).toEqual(linesOf(statement(entry({ details: payment }))));
    expect(linesOf(prefixed.replace('<n:![CDATA', '<![CDATA'))).toEqual(linesOf(text));
  });

  it('takes only what is booked, and knows debits and reversals', () => {
    const entries = [
      entry({
        direction: 'DBIT',
        amount: '1.00',
        details: '<TxDtls><RltdPties><Cdtr><Nm>Shop</Nm></Cdtr></RltdPties></TxDtls>',
      }),
      entry({ status: '<Sts>PDNG</Sts>' }),
      entry({ direction: 'DBIT', amount: '2.00', more: '<RvslInd>true</RvslInd>', details: payment }),
      entry({ amount: '3.00', currency: 'USD' }),
    ];
    const result = readCamtStatement(statement(entries.join('')));
    expect(result).toMatchObject({
      value: {
        skipped: 1,
        lines: [
          { amount: -100, payerName: 'Shop', isReversal: false },
          // A payment that came back: its debtor is the one who had paid.
          { amount: -200, payerName: '上海示例制造股份有限公司', isReversal: true },
          { amount: 300, currency: 'USD', payerName: null },
        ],
      },
    });
  });
});

describe('an entry of several payments', () => {
  const part = (amount: string, more = '') =>
    `<TxDtls>${more}<Amt Ccy="CNY">${amount}</Amt><RmtInf><Ustrd>of ${amount}</Ustrd></RmtInf></TxDtls>`;
  const reference = '<AcctSvcrRef>BATCH</AcctSvcrRef>';

  it('is a line for each, named by the entry and their place', () => {
    const details = part('12000.00') + part('8000.00');
    expect(linesOf(statement(entry({ more: reference, details })))).toMatchObject([
      { amount: 1_200_000, reference: 'of 12000.00', bankReference: 'BATCH/1' },
      { amount: 800_000, reference: 'of 8000.00', bankReference: 'BATCH/2' },
    ]);
  });

  it('takes the older way of giving their amounts, and the bank’s name for each', () => {
    const old = (amount: string, name: string) =>
      `<TxDtls><Refs><AcctSvcrRef>${name}</AcctSvcrRef></Refs><AmtDtls><TxAmt><Amt Ccy="CNY">${amount}</Amt></TxAmt></AmtDtls></TxDtls>`;
    const details = old('12000.00', 'A') + old('8000.00', 'B');
    expect(linesOf(statement(entry({ more: reference, details })))).toMatchObject([
      { amount: 1_200_000, bankReference: 'A' },
      { amount: 800_000, bankReference: 'B' },
    ]);
  });

  it.each([
    ['do not add up', part('12000.00') + part('7999.99')],
    ['have no amount', `${part('20000.00')}<TxDtls><RmtInf><Ustrd>of 0</Ustrd></RmtInf></TxDtls>`],
    ['are in another currency', part('12000.00') + part('8000.00').replace('CNY', 'USD')],
  ])('is one line where they %s', (_name, details) => {
    const lines = linesOf(statement(entry({ more: reference, details })));
    expect(lines).toMatchObject([{ amount: 2_000_000, bankReference: 'BATCH' }]);
    expect(lines[0]?.reference).toMatch(/^of \d+\.\d\d of |^of 20000.00 of 0$/);
  });
});

describe('balances', () => {
  it('are what the entries lead from and to', () => {
    const good = balance('OPBD', '100.00') + balance('CLBD', '20100.00');
    expect(linesOf(statement(entry(), '02', good))).toHaveLength(1);
    const overdrawn = balance('PRCD', '100.00', 'DBIT') + balance('CLBD', '19900.00');
    expect(linesOf(statement(entry(), '02', overdrawn))).toHaveLength(1);
    const cut = balance('OPBD', '100.00') + balance('CLBD', '20101.00');
    expect(faultsOf(statement(entry(), '02', cut))).toEqual([
      'Document.BkToCstmrStmt.Stmt: its entries lead from 100.00 to 20100.00, allowed is its closing balance, 20101.00',
    ]);
  });
});

describe('what is no camt.053', () => {
  it('says each fault with its element', () => {
    const entries = [
      entry({ amount: 'much' }),
      entry({ direction: 'IN' }),
      entry({ status: '' }),
      entry().replace('2025-03-08', '2025-13-01'),
      entry({ currency: '' }),
    ];
    expect(faultsOf(statement(entries.join('')))).toEqual([
      'Document.BkToCstmrStmt.Stmt.Ntry[2].Sts: is missing, allowed are BOOK, PDNG, INFO, FUTR',
      'Document.BkToCstmrStmt.Stmt.Ntry[0].Amt: is "much", allowed is an amount with at most two decimals',
      'Document.BkToCstmrStmt.Stmt.Ntry[1].CdtDbtInd: is "IN", allowed are CRDT, DBIT',
      'Document.BkToCstmrStmt.Stmt.Ntry[3].BookgDt: is "2025-13-01", allowed is Dt, 2025-03-08, or DtTm',
      'Document.BkToCstmrStmt.Stmt.Ntry[4].Amt@Ccy: is no currency, allowed is a code such as CNY',
    ]);
  });

  it.each([
    [
      'a bomb of entities',
      `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]>${statement(entry())}`,
      'content: has a document type',
    ],
    [
      'a file it should fetch',
      `<!DOCTYPE a SYSTEM "file:///etc/passwd">${statement('')}`,
      'content: has a document type',
    ],
    ['XML that is none', statement(entry()).replace('</Stmt>', ''), 'line 8: Expected closing tag'],
    [
      'another message',
      statement(entry()).replace('camt.053.001.02', 'camt.054.001.02'),
      'Document: is "<Document xmlns=\\"urn:',
    ],
    ['a version to come', statement(entry(), '99'), 'Document: is "<Document xmlns=\\"urn:'],
    ['other XML', '<a/>', 'Document.BkToCstmrStmt.Stmt: is missing'],
    [
      'no account',
      statement(entry()).replace('<Othr><Id>6222 0200</Id></Othr>', ''),
      'Document.BkToCstmrStmt.Stmt.Acct.Id',
    ],
    ['a name that meddles', statement('<__proto__>1</__proto__>'), 'content: '],
    ['depth without end', statement('<a>'.repeat(500) + '</a>'.repeat(500)), 'content: '],
  ])('%s is refused', (_name, text, words) => {
    expect(faultsOf(text)[0]).toContain(words);
  });
});
