// A back-office program in forty lines: drafts a contract, has it signed, asks for help and looks at what is owed.
// `npm start` in one shell, then: . .pacta/env && node docs/examples/integrate.mjs
import { readFileSync } from 'node:fs';
import { answered, pactaClient, PactaError } from '#client/client';

const { PACTA_URL: url, PACTA_KEY_INTEGRATION: key } = process.env;
const api = pactaClient({ url, key });
const { parties } = JSON.parse(readFileSync(new URL('contract.json', import.meta.url), 'utf8'));
const order = process.argv[2] ?? 'order-1';

// The same key, the same contract: whoever repeats this after a crash gets the answer that got lost.
const drafted = await answered(
  api.POST('/api/v1/contracts', {
    headers: { 'Idempotency-Key': order },
    body: {
      template: 'it-support-2025',
      parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' },
      parties,
      clientId: 'acme',
      clock: 'manual',
    },
  }),
);
const contract = drafted.id;
const params = { path: { contract } };
console.log(`${order}: ${contract}, ${drafted.status}`);

await api.POST('/api/v1/contracts/{contract}/send', { params, body: {} });
for (const party of ['provider', 'client'])
  await api.POST('/api/v1/contracts/{contract}/signatures', { params, body: { party, signer: party } });
console.log(`signed: ${(await answered(api.GET('/api/v1/contracts/{contract}', { params }))).status}`);

const request = await answered(
  api.POST('/api/v1/contracts/{contract}/requests', {
    params,
    headers: { 'Idempotency-Key': `${order}-help` },
    body: { urgency: 'high', impact: 'high', coreBusinessDown: true, at: '2025-01-06T09:00:00+08:00' },
  }),
);
console.log(`${request.request}: ${request.priority}, answer due ${request.targets[0].dueAt}`);

try {
  await answered(api.POST('/api/v1/contracts/{contract}/payments', { params, body: { amount: '1' } }));
} catch (error) {
  if (!(error instanceof PactaError)) throw error;
  console.log(`${error.status} ${error.problem.code}: ${error.problem.detail}`);
}
