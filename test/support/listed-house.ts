import { type TestStack } from './stack.js';

/** The body of an answer that is no refusal. */
export async function done<Body>(
  call: Promise<{ readonly status: number; readonly body: Body }>,
): Promise<Body> {
  const { status, body } = await call;
  if (status >= 400) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Three accounts, of which one is disabled, and three keys. */
export async function people(stack: TestStack): Promise<void> {
  for (const name of ['zhang', 'wang', 'li']) {
    await done(
      stack.post('/api/v1/accounts', { login: name, name, role: name === 'li' ? 'desk' : 'billing' }),
    );
    await done(stack.post('/api/v1/keys', { name, role: 'desk' }));
  }
  const { items } = await done(stack.get<{ items: { id: string }[] }>('/api/v1/accounts'));
  await done(stack.post(`/api/v1/accounts/${items[0]?.id}/disabling`, {}));
}

/** Two endpoints; the second one, which is named, has been tried three times. */
export async function triedWebhook(stack: TestStack): Promise<string> {
  const make = (description: string) =>
    done(stack.post<{ id: string }>('/api/v1/webhooks', { url: 'http://127.0.0.1:9/hook', description }));
  await make('ERP');
  const { id } = await make('archive');
  for (const _ of [1, 2, 3]) await done(stack.post(`/api/v1/webhooks/${id}/test`, {}));
  return id;
}

/** What came in on two accounts, three lines each. */
export async function bankStatements(stack: TestStack): Promise<void> {
  for (const account of ['A1', 'A2']) {
    const rows = [1, 2, 3].map((row) => `2025-01-0${row},${row}00.00,CNY,Acme,rent,${account}-${row}`);
    const content = ['Date,Amount,Currency,Payer,Reference,Transaction id', ...rows].join('\n');
    await done(stack.post('/api/v1/bank/statements', { format: 'csv', content, account }));
  }
}

/** Two operations of three lines that all have faults; names the second one. */
export async function failedOperations(stack: TestStack): Promise<string> {
  const ids: string[] = [];
  for (const key of ['first', 'second']) {
    const text = '{"template": 1}\n[]\n{';
    const upload = { text, key, headers: { 'content-type': 'application/x-ndjson' } };
    const started = stack.call<{ id: string }>('POST', '/api/v1/operations/contract-starts', upload);
    ids.push((await done(started)).id);
  }
  return ids[1] ?? '';
}
