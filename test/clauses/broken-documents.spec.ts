import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { mappingOf } from '#banking/columns';
import { readCamtStatement } from '#banking/camt';
import { readCsvStatement } from '#banking/csv';
import { decodeStatement } from '#banking/decode';
import { type Fault, formatFault } from '#domain/fault';
import { parseMail, UnreadableMail } from '#intake/mail';
import { simulateScenario } from '#rehearsal/rehearse';
import { readScenario } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { contextOf, loadPackage } from '#templates/load';
import { rulesFolder } from '#templates/rules-folder';
import { parseTemplate, type TemplateContext } from '#templates/parse-template';
import { type TemplatePackage } from '#templates/package';
import { brokenBytes, brokenJson } from '../support/mutations.js';

const CASES = new URL('../cases/rehearsal/', import.meta.url);

/** Real documents, broken in some places: each is taken, or refused by faults that say where; nothing else is thrown. */
describe('a broken document is taken or refused', () => {
  const refusedWell = (faults: readonly Fault[]): void => {
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) {
      expect(formatFault(fault)).toMatch(/^[^\n]+: .+, .+/su);
      expect(formatFault(fault)).not.toMatch(/\b(undefined|NaN|TypeError|\[object Object\])\b/);
    }
  };

  const told = (result: object): void => {
    if ('faults' in result) refusedWell(result.faults as readonly Fault[]);
  };

  it('a rehearsal', async () => {
    const files = readdirSync(CASES).filter((name) => !name.includes('expected'));
    const documents = files.map((name) => JSON.parse(readFileSync(new URL(name, CASES), 'utf8')) as unknown);
    const some = fc.constantFrom(...documents).chain(brokenJson);
    await fc.assert(
      fc.asyncProperty(some, async (document) => {
        told(await simulateScenario(readScenario(JSON.stringify(document)), scenarioTerms));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('a template package', async () => {
    const source: TemplatePackage = await loadPackage('it-support-2025');
    const context: TemplateContext = await contextOf(source, rulesFolder());
    const names = Object.keys(source.files);
    const some = fc.constantFrom(...names).chain((name) => {
      const text = source.files[name] ?? '';
      const asText = brokenBytes(Buffer.from(text)).map((bytes) => Buffer.from(bytes).toString('utf8'));
      if (!name.endsWith('.json')) return asText.map((made) => ({ name, made }));
      const asJson = brokenJson(JSON.parse(text)).map((document) => JSON.stringify(document) ?? '');
      return fc.oneof({ weight: 3, arbitrary: asJson }, asText).map((made) => ({ name, made }));
    });
    fc.assert(
      fc.property(some, ({ name, made }) => {
        told(parseTemplate({ ...source.files, [name]: made }, context));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('a bank statement of lines', () => {
    const text = [
      '交易日期,借方发生额,贷方发生额,对方户名,对方账号,摘要,流水号',
      '2025-03-08,,"20,000.00",上海示例制造股份有限公司,6222 0200,2025-03 服务费,A1',
      '2025-03-09,15.00,,银行,,手续费,A2',
    ].join('\r\n');
    fc.assert(
      fc.property(brokenBytes(Buffer.from(text)), (bytes) => {
        const decoded = decodeStatement(bytes);
        if ('faults' in decoded) told(decoded);
        else told(readCsvStatement(decoded.value, { mapping: mappingOf('china', {}), account: '6222' }));
      }),
      { numRuns: 400 },
    );
  });

  it('a bank statement of XML', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>
<Stmt><Id>S1</Id><Acct><Id><Othr><Id>6222</Id></Othr></Id><Ccy>CNY</Ccy></Acct>
<Ntry><Amt Ccy="CNY">20000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2025-03-08</Dt></BookgDt>
<NtryDtls><TxDtls><RmtInf><Ustrd>2025-03</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
    fc.assert(
      fc.property(brokenBytes(Buffer.from(text)), (bytes) => {
        told(readCamtStatement(Buffer.from(bytes).toString('utf8')));
      }),
      { numRuns: 400 },
    );
  });

  it('a mail', async () => {
    const mail = [
      'From: "Wang Min" <wang@acme.example>',
      'To: Support <support+C-2026-0001@provider.example>',
      'Message-ID: <a1@acme.example>',
      'Received: from mx.acme.example by mx.provider.example; Fri, 27 Nov 2026 10:00:05 +0800 (CST)',
      'Subject: =?utf-8?B?57O757uf5pWF6Zqc?=',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b1"',
      '',
      '--b1',
      'Content-Type: text/plain; charset=gb18030',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'It does not work.=',
      '--b1',
      'Content-Type: image/png; name="../../a.png"',
      'Content-Transfer-Encoding: base64',
      '',
      'iVBORw0KGgoAAAANSUhEUg==',
      '--b1--',
      '',
    ].join('\r\n');
    await fc.assert(
      fc.asyncProperty(brokenBytes(Buffer.from(mail)), async (bytes) => {
        const read = await parseMail(bytes).catch((error: unknown) => error);
        const isRead = typeof read === 'object' && read !== null && 'files' in read;
        expect(isRead || read instanceof UnreadableMail ? 'told' : read).toBe('told');
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
