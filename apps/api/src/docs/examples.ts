import { type OpenAPIObject } from '@nestjs/swagger';
import { sampleParties } from '#templates/parties';

const MISS = 'miss/I-000001/response@2025-01-06T01:15:00Z';

const REASON = 'agreed on by telephone on 6 March';

/** A variant of the reference template, small enough to read. */
const VARIANT = {
  id: 'acme-support',
  version: '1.0.0',
  title: { 'zh-CN': 'IT 技术支持服务合同（Acme）', en: 'IT Technical Support Service Contract (Acme)' },
  description: { 'zh-CN': 'Acme 的技术支持合同。', en: 'The support contract of Acme.' },
  client: 'Acme',
  extends: { template: 'it-support-2025', version: '1.0.0' },
  parameters: { penaltyPermille: { fixed: '3' } },
};

const PACKAGE = { files: { 'variant.json': JSON.stringify(VARIANT, null, 2) } };

const STATEMENT = `date,amount,payer,reference
2025-02-08,20000.00,Acme,C-2025-0001 2025-01
`;

/**
 * What each route may be sent, by its route: examples of the OpenAPI document. A test tells them to a running stack, as
 * the story of one rehearsal in 2025.
 */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  'POST /api/v1/accounts': { login: 'li.na', name: '李娜', role: 'desk', clients: ['acme'] },
  'PUT /api/v1/accounts/{account}': { name: '李娜', role: 'billing', clients: ['acme'] },
  'POST /api/v1/sessions': { login: 'li.na', password: 'a password that is long enough' },
  'POST /api/v1/sessions/demo': { role: 'desk' },
  'PUT /api/v1/sessions/current/password': {
    currentPassword: 'a password that is long enough',
    newPassword: 'another one that is long enough',
  },
  'POST /api/v1/keys': { name: 'erp', role: 'integration', clients: ['acme'] },
  'POST /api/v1/keys/{key}/rotation': { overlapMinutes: 60 },
  'POST /api/v1/webhooks': {
    url: 'https://hooks.example.com/pacta',
    types: ['pacta.penalty.fixed.v1', 'pacta.invoice.issued.v1'],
  },
  'PUT /api/v1/webhooks/{webhook}': { url: 'https://hooks.example.com/pacta', status: 'enabled' },
  'POST /api/v1/webhooks/{webhook}/rotation': { overlapMinutes: 60 },
  'POST /api/v1/templates': PACKAGE,
  'PUT /api/v1/templates/{template}/versions/{version}/package': PACKAGE,
  'POST /api/v1/templates/{template}/versions/{version}/rehearse': {
    parameters: { termMonths: 12, monthlyFee: '20000.00' },
  },
  'POST /api/v1/templates/{template}/versions/{version}/explain': {
    set: 'priority',
    facts: { urgency: 'high', impact: 'high', coreBusinessDown: true, severeSecurityRisk: false },
  },
  'POST /api/v1/templates/{template}/versions/{version}/transitions': { action: 'submit' },
  'POST /api/v1/contracts': {
    template: 'it-support-2025',
    parameters: {
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFee: '20000.00',
      penaltyPermille: '5',
    },
    parties: sampleParties,
    clientId: 'acme',
    clock: 'manual',
  },
  'POST /api/v1/contracts/{contract}/signatures': { party: 'client', signer: '王强' },
  'POST /api/v1/contracts/{contract}/decline': { party: 'client', reason: REASON },
  'POST /api/v1/contracts/{contract}/clock': { until: '2025-02-01T00:00:00+08:00' },
  'POST /api/v1/contracts/{contract}/requests': {
    urgency: 'high',
    impact: 'high',
    coreBusinessDown: true,
    channel: 'hotline',
    receivedAt: '2025-01-06T08:58:00+08:00',
    at: '2025-01-06T09:00:00+08:00',
  },
  'POST /api/v1/contracts/{contract}/requests/{request}/actions': {
    type: 'respond',
    at: '2025-01-06T09:20:00+08:00',
  },
  'POST /api/v1/contracts/{contract}/waivers': { request: 'I-000001', target: 'response', reason: REASON },
  'POST /api/v1/contracts/{contract}/waivers/approval': {
    request: 'I-000001',
    target: 'response',
    reason: REASON,
  },
  'POST /api/v1/contracts/{contract}/reports/{period}/submission': { knowledgeBaseContributions: 2 },
  'POST /api/v1/contracts/{contract}/payments': { amount: '20000.00', reference: '2025-01' },
  'POST /api/v1/contracts/{contract}/payouts': { amount: '100.00' },
  'POST /api/v1/bank/statements': {
    format: 'csv',
    content: STATEMENT,
    preset: 'generic',
    account: '6222020000001234567',
  },
  'POST /api/v1/bank/lines/{line}/book': { contract: 'C-2025-0001', reference: '2025-01' },
  'POST /api/v1/bank/lines/{line}/ignore': { reason: REASON },
  'POST /api/v1/contracts/{contract}/statements/{period}/acceptance': { party: 'client' },
  'POST /api/v1/contracts/{contract}/statements/{period}/contests': {
    line: MISS,
    party: 'client',
    reason: REASON,
  },
  'POST /api/v1/contracts/{contract}/statements/{period}/decisions': {
    line: MISS,
    decision: 'stands',
    reason: REASON,
  },
  'POST /api/v1/contracts/{contract}/obligations/{obligation}/performance': {
    at: '2025-03-01T10:00:00+08:00',
  },
  'POST /api/v1/contracts/{contract}/obligations/{obligation}/excuses': { days: 7, reason: REASON },
  'POST /api/v1/contracts/{contract}/amendments': {
    effectiveDate: '2025-06-01',
    parameters: { monthlyFee: '24000.00' },
    reason: REASON,
  },
  'PUT /api/v1/contracts/{contract}/amendments/{amendment}': {
    effectiveDate: '2025-07-01',
    parameters: { monthlyFee: '25000.00' },
    reason: REASON,
  },
  'POST /api/v1/backtests': { contract: 'C-2025-0001', amendment: { parameters: { penaltyPermille: '10' } } },
  'POST /api/v1/contracts/{contract}/shadows': { amendment: { parameters: { penaltyPermille: '10' } } },
  'POST /api/v1/contracts/{contract}/renewals': { termMonths: 12 },
  'POST /api/v1/contracts/{contract}/renewals/objection': { party: 'client', reason: REASON },
  'POST /api/v1/contracts/{contract}/envelopes/{envelope}/withdraw': { reason: REASON },
  'POST /api/v1/contracts/{contract}/termination': { kind: 'exercise' },
  'POST /api/v1/contracts/{contract}/termination/notice': { party: 'client' },
  'POST /api/v1/contracts/{contract}/termination/right-waiver': { reason: REASON },
  'POST /api/v1/contracts/{contract}/termination/agreements': {
    effectiveAt: '2025-10-01T00:00:00+08:00',
    reason: REASON,
  },
};

type Body = NonNullable<NonNullable<OpenAPIObject['paths'][string]['post']>['requestBody']>;

/** A body with its example; where nothing has to be said, that is an empty document. */
export function withExample(route: string, body: Body): Body {
  const json = 'content' in body ? body.content['application/json'] : undefined;
  if (!json || '$ref' in body) return body;
  const example = EXAMPLES[route] ?? {};
  return { ...body, content: { ...body.content, 'application/json': { ...json, example } } };
}
