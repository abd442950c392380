import { createHash, randomUUID } from 'node:crypto';
import { fromSeconds, instant } from '#domain/time/instant';
import { storeDocument } from '#persistence/queries/documents';
import { queueMail } from '#persistence/queries/mail';
import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { newContract, rehearsalContract, rehearsalOf } from './api-contracts.js';
import { type TestStack } from './stack.js';

const shanghai = (date: string, time = '00:00') => `${date}T${time}:00+08:00`;

/** A contract under a manual clock that has gone through four months, with something in each of its lists. */
export async function eventfulContract(stack: TestStack): Promise<string> {
  const contract = await rehearsalContract(stack);
  const address = `/api/v1/contracts/${contract}`;
  const post = async (path: string, body: object, role?: 'reviewer' | 'integration') => {
    const { status, body: answer } = await stack.post(`${address}${path}`, body, role ? { role } : {});
    if (status >= 400) throw new Error(`${path} answered ${status}: ${JSON.stringify(answer)}`);
  };
  await post('/payments', { amount: '20000.00', reference: '2025-01', at: shanghai('2025-01-05') });
  for (const month of ['01', '02', '03']) await missed(`R-${month}`, `2025-${month}-06`);
  await post('/clock', { until: shanghai('2025-04-01', '08:00') });
  await post('/reports/2025-02/submission', { at: shanghai('2025-04-01', '09:00') });
  await post('/payments', { amount: '500.00', at: shanghai('2025-04-02') });
  const waiver = { request: 'R-02', target: 'response', reason: 'agreed' };
  await post('/waivers', waiver);
  await post('/waivers/approval', waiver, 'reviewer');
  await accruing();
  await contested();
  await changes();
  return contract;

  /** Missed its response, and resolved. */
  async function missed(name: string, date: string): Promise<void> {
    const severity = { urgency: 'high', impact: 'high', coreBusinessDown: true };
    await post('/requests', { ...severity, name, at: shanghai(date, '09:00') });
    await post(`/requests/${name}/actions`, { type: 'respond', at: shanghai(date, '10:00') });
    await post(`/requests/${name}/actions`, { type: 'resolve', at: shanghai(date, '11:00') });
  }

  /** In the month under way; two more stay open for the desk. */
  async function accruing(): Promise<void> {
    await missed('R-04', '2025-04-07');
    await post('/requests', {
      urgency: 'high',
      impact: 'high',
      name: 'OPEN-1',
      at: shanghai('2025-04-08', '09:00'),
    });
    await post('/requests', {
      urgency: 'low',
      impact: 'low',
      name: 'OPEN-2',
      at: shanghai('2025-04-08', '09:05'),
    });
  }

  async function contested(): Promise<void> {
    const { body } = await stack.get<{ lines: { line: string; kind: string }[] }>(
      `${address}/statements/2025-03`,
    );
    const line = body.lines.find(({ kind }) => kind === 'miss')?.line;
    await post(
      '/statements/2025-03/contests',
      { line, party: 'provider', reason: 'the client was away' },
      'integration',
    );
  }

  /** One amendment that is being signed, two drafts; two shadows, of which one has stopped. */
  async function changes(): Promise<void> {
    for (const monthlyFee of ['25000.00', '26000.00', '27000.00'])
      await post('/amendments', {
        effectiveDate: '2025-09-01',
        parameters: { monthlyFee },
        reason: 'more users',
      });
    await post('/amendments/A-1/send', {});
    const amendment = { parameters: { responseCriticalMinutes: 5 } };
    const { body } = await stack.post<{ id: string }>(`${address}/shadows`, { amendment });
    await post('/shadows', { amendment });
    await post('/shadows', { amendment: { parameters: { responseCriticalMinutes: 10 } } });
    await post(`/shadows/${body.id}/stop`, {});
  }
}

/** Invoiced by the quarter and never paid: interest is fixed with each invoice, and goes on. */
export async function unpaidContract(stack: TestStack): Promise<string> {
  const parameters = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '3000.00' };
  const contract = await rehearsalOf(stack, 'maintenance-2025', parameters);
  for (const until of ['2025-04-02', '2025-07-02', '2025-10-02'])
    await stack.post(`/api/v1/contracts/${contract}/clock`, { until: shanghai(until, '10:00') });
  return contract;
}

/** With an obligation that is late. */
export async function lateDelivery(stack: TestStack): Promise<string> {
  const parameters = {
    termStart: '2025-01-01',
    termMonths: 12,
    deliveryDate: '2025-03-10',
    price: '100000.00',
  };
  const contract = await rehearsalOf(stack, 'goods-supply-2025', parameters);
  await stack.post(`/api/v1/contracts/${contract}/clock`, { until: shanghai('2025-03-12', '10:00') });
  return contract;
}

/** Under the clock of the day, so that letters go out: three are waiting. */
export async function letters(stack: TestStack): Promise<string> {
  const body = newContract({}, { clientId: 'other' });
  const contractId = (await stack.post<ContractDetail>('/api/v1/contracts', body)).body.id;
  const em = stack.database.orm.em.fork();
  for (const template of ['invoice', 'report', 'invoice']) {
    const key = `${contractId}/${template}/${randomUUID()}`;
    const letter = { contractId, key, recipient: 'li@example.com', language: 'en', template } as const;
    await queueMail(em, { ...letter, data: {}, attachments: [] }, fromSeconds(Math.floor(Date.now() / 1000)));
  }
  return contractId;
}

/**
 * Two invoices and a report as paper, in both languages; what is on it does not matter to lists. Beside lines that have
 * no paper of their own: for that the API would wait.
 */
export async function papers(stack: TestStack, contractId: string): Promise<void> {
  const em = stack.database.orm.em.fork();
  const lines = await em.execute<{ sequence: number }[]>(
    `select sequence from ledger_entry where contract_id = ? and kind like 'request.%' order by sequence limit 3`,
    [contractId],
  );
  const kinds = ['invoice', 'invoice', 'report'];
  for (const [place, { sequence }] of lines.entries()) {
    for (const language of ['zh-CN', 'en'] as const) {
      const kind = kinds[place] ?? '';
      const bytes = Buffer.from(`${kind} ${place} ${language}`);
      const sha256 = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
      const named = { contractId, ledgerSequence: sequence, kind, key: `2025-0${place + 1}`, language };
      const file = { mediaType: 'application/pdf', number: null, fileName: `${kind}.pdf`, sha256, bytes };
      await storeDocument(em, { ...named, ...file, issuedAt: instant('2025-01-01T00:00:00Z') });
    }
  }
}
