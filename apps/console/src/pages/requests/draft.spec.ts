import { bodyOf, type Draft, severityOf } from './draft';

/** A request as it is written down, before it is sent: pure. */
const DRAFT: Draft = {
  contract: 'C-1',
  urgency: 'high',
  impact: 'low',
  coreBusinessDown: false,
  severeSecurityRisk: true,
  received: '',
  channel: null,
};

it('is judged as soon as both levels are said', () => {
  expect(severityOf({ ...DRAFT, urgency: null })).toBeNull();
  expect(severityOf({ ...DRAFT, impact: null })).toBeNull();
  expect(severityOf(DRAFT)).toEqual({
    urgency: 'high',
    impact: 'low',
    coreBusinessDown: false,
    severeSecurityRisk: true,
  });
});

it('says nothing of when and how it came where that was not said', () => {
  const { received, channel, contract, ...said } = DRAFT;
  expect([received, channel, contract]).toEqual(['', null, 'C-1']);
  expect(bodyOf(DRAFT, 'Asia/Shanghai')).toEqual(said);
});

it("tells when it came by the contract's clock", () => {
  const told = bodyOf({ ...DRAFT, received: '2025-01-06T09:00', channel: 'hotline' }, 'Asia/Shanghai');
  expect(told).toMatchObject({ receivedAt: '2025-01-06T01:00:00Z', channel: 'hotline' });
});
