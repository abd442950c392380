/** Numbers that are the same in every run. */
export function chance(seed) {
  let state = seed * 2_654_435_761;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const DAY = 86_400;
const START = Date.parse('2025-01-01T00:00:00+08:00') / 1000;
const written = (seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

/** A year of a contract as a scenario: every request is answered and resolved, some too late, some after a pause. */
export function yearOf(seed, requests) {
  const pick = chance(seed);
  const levels = ['high', 'medium', 'low'];
  const events = [];
  for (let number = 1; number <= requests; number++) {
    const request = `I-${String(number).padStart(6, '0')}`;
    let at = START + DAY + pick(330 * DAY);
    const tell = (type, more = {}) => events.push({ at: written(at), type, request, ...more });
    tell('request.recorded', {
      urgency: levels[pick(3)],
      impact: levels[pick(3)],
      coreBusinessDown: pick(20) === 0,
      receivedAt: written(at - pick(600)),
    });
    at += 60 + pick(pick(12) === 0 ? 40_000 : 800);
    tell('request.responded');
    if (pick(10) === 0) {
      at += 60 + pick(3000);
      tell('request.paused', { reason: 'other' });
      at += 60 + pick(20_000);
      tell('request.resumed');
    }
    at += 60 + pick(pick(12) === 0 ? 500_000 : 12_000);
    tell('request.resolved');
    at += 60 + pick(DAY);
    tell('request.closed');
    if (pick(2) === 0) tell('request.rated', { score: 1 + pick(5) });
  }
  for (let month = 1; month <= 12; month++) {
    const first = Date.parse(`2025-${String(month).padStart(2, '0')}-01T00:00:00+08:00`) / 1000;
    events.push({ at: written(first + 3 * DAY + pick(DAY)), type: 'payment.received', amount: '19000.00' });
  }
  return {
    template: 'it-support-2025',
    parameters: { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '0.5' },
    events,
    until: written(START + 400 * DAY),
  };
}
