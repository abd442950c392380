import { randomUUID } from 'node:crypto';

const { sendCommand } = await import('#temporal/dispatch');
const { scenarioTerms } = await import('#rehearsal/scenario-terms');
const { sampleParties } = await import('#templates/parties');
const { addSeconds, fromSeconds } = await import('#domain/time/instant');

export const now = () => fromSeconds(Date.now() / 1000);

const SEVERITY = { urgency: 'medium', impact: 'medium', coreBusinessDown: false, severeSecurityRisk: false };

/** The commands of a request from its record to its close. */
export const LIFE = ['request.recorded', 'request.responded', 'request.resolved', 'request.closed'];

/** The terms of the reference template from the first of a month, this one. */
export async function termsFromThisMonth(parameters = {}) {
  const termStart = `${now().slice(0, 7)}-01`;
  const made = await scenarioTerms({
    template: 'it-support-2025',
    parameters: {
      termStart,
      termMonths: 12,
      monthlyFee: '20000.00',
      penaltyPermille: '0.5',
      ...parameters,
    },
  });
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.terms;
}

const command = (body) => ({ id: randomUUID(), actor: 'bench', body });

const addressee = (contract, owner) => ({ contract, owner, clock: 'real', clientId: 'C-BENCH' });

/** Tells a contract something. Throws where it is refused. */
export function tellContract(client, contract, body) {
  return told(client, addressee(contract, { kind: 'contract' }), body);
}

async function told(client, to, body) {
  const standpoint = await sendCommand(client, to, command(body));
  if (standpoint.answer?.kind !== 'applied') throw new Error(JSON.stringify(standpoint.answer));
  return standpoint;
}

/** Drafts a contract, sends it and signs it for both. */
export async function signed(client, id, terms, at = now()) {
  const to = addressee(id, { kind: 'contract' });
  const text = { 'zh-CN': { title: '合同', clauses: [] }, en: { title: 'Contract', clauses: [] } };
  const draft = { clientId: 'C-BENCH', clock: 'real', parties: sampleParties, terms, text };
  await told(client, to, { type: 'contract.draft', at, ...draft });
  await told(client, to, { type: 'contract.sent', at, dueAt: addSeconds(at, 86_400) });
  await told(client, to, { type: 'contract.signed', at, by: 'client', signer: 'Wang' });
  await told(client, to, { type: 'contract.signed', at, by: 'provider', signer: 'Li' });
}

/** Tells a request one step of its life. */
export function tellRequest(client, contract, request, type) {
  const at = now();
  const body =
    type === 'request.recorded' ? { type, at, severity: SEVERITY, receivedAt: null } : { type, at };
  return told(client, addressee(contract, { kind: 'incident', request }), body);
}

/** The same command for the workflow that does nothing. */
export const bareCommand = (type) => command({ type, at: now(), severity: SEVERITY, receivedAt: null });
