import { formatFault } from '#domain/fault';
import { loadTemplate } from './load.js';
import { resolveParameters } from './parameters.js';
import type { Template } from './template.js';

const required = { termStart: '2025-01-01', termMonths: 12, monthlyFee: '20000.00', penaltyPermille: '5' };

let template: Template;
beforeAll(async () => {
  template = await loadTemplate('it-support-2025');
});

function faultsOf(given: Record<string, unknown>): string[] {
  const resolved = resolveParameters(template, given);
  return 'faults' in resolved ? resolved.faults.map(formatFault) : [];
}

describe('resolveParameters', () => {
  it('takes what is given and the defaults for the rest', () => {
    const resolved = resolveParameters(template, { ...required, responseHighMinutes: 20 });
    expect(resolved).toMatchObject({
      values: {
        ...required,
        responseHighMinutes: 20,
        responseLowMinutes: 480,
        penaltyCapPercent: '10',
        zone: 'Asia/Shanghai',
      },
    });
    if ('faults' in resolved) throw new Error(JSON.stringify(resolved.faults));
    const applying = template.parameters.filter(
      ({ when }) => when === undefined || resolved.values[when.parameter] === when.is,
    );
    expect(Object.keys(resolved.values)).toEqual(applying.map(({ name }) => name));
    expect(applying.length).toBeLessThan(template.parameters.length);
  });

  it('needs exactly the four that have no default', () => {
    expect(
      faultsOf({})
        .map((fault) => fault.split(':')[0])
        .toSorted(),
    ).toEqual(
      Object.keys(required)
        .map((name) => `parameters.${name}`)
        .toSorted(),
    );
  });

  it.each<[string, unknown, RegExp]>([
    [
      'termStart',
      '2025-02-30',
      /is "2025-02-30", allowed is a day YYYY-MM-DD from 2000-01-01 to 2099-12-31$/,
    ],
    ['termStart', '2025-1-1', /allowed is a day/],
    ['termStart', '1999-12-31', /allowed is a day/],
    ['termMonths', 0, /is 0, allowed is a whole number from 1 to 120 \(months\)$/],
    ['termMonths', 121, /is 121/],
    ['termMonths', 1.5, /is 1\.5/],
    ['termMonths', '12', /is "12", allowed is a whole number/],
    ['termMonths', null, /is null/],
    ['monthlyFee', 20000, /is 20000, allowed is yuan as text with two decimals/],
    ['monthlyFee', '20000', /two decimals/],
    ['monthlyFee', '20,000.00', /two decimals/],
    ['monthlyFee', '0.00', /from "0\.01"/],
    ['monthlyFee', '-1.00', /two decimals/],
    ['monthlyFee', '10000000000.01', /to "10000000000\.00"/],
    ['penaltyPermille', 5, /is 5, allowed is a decimal as text/],
    ['penaltyPermille', '0', /more than 0 and at most 1000 \(permille\)$/],
    ['penaltyPermille', '1000.1', /at most 1000/],
    ['penaltyPermille', '5‰', /a decimal as text/],
    ['penaltyPermille', '05', /a decimal as text/],
    ['penaltyCapPercent', '100.01', /from 0 to 100 \(percent\)$/],
    ['zone', 'Asia/Peking', /allowed is an IANA time zone/],
    ['zone', '+08:00', /allowed is an IANA time zone/],
    ['calendar', 'cn', /unknown value "cn", did you mean "CN"\?/],
    ['calendar', 'toString', /unknown value "toString"/],
    ['paymentDueDay', 29, /from 1 to 28 \(dayOfMonth\)$/],
    ['responseHighMinutes', 525_601, /from 1 to 525600 \(minutes\)$/],
    ['resolutionLowWorkingDays', 0, /\(workingDays\)$/],
    ['hotline', '  ', /one line of text/],
    ['hotline', 'a\nb', /one line of text/],
    ['hotline', '{{mailbox}}', /one line of text/],
    ['hotline', 'x'.repeat(101), /1 to 100 characters/],
    ['exclusions', '误差超过千分之五（6‰）的事项', /ratios alike in words and figures/],
  ])('refuses %s = %p', (name, value, message) => {
    const faults = faultsOf({ ...required, [name]: value });
    expect(faults).toEqual([expect.stringMatching(message)]);
    expect(faults[0]).toMatch(new RegExp(`^parameters\\.${name}: `));
  });

  it.each([
    ['penaltyPermille', '0.000001'],
    ['penaltyPermille', '1000'],
    ['penaltyCapPercent', '0'],
    ['termMonths', 120],
    ['monthlyFee', '0.01'],
    ['exclusions', '误差超过千分之五（5‰）的事项'],
  ])('accepts %s = %p', (name, value) => {
    expect(faultsOf({ ...required, [name]: value })).toEqual([]);
  });

  it('names unknown parameters with the nearest name, also those of Object', () => {
    expect(faultsOf({ ...required, monthlyfee: '1.00' })).toEqual([
      expect.stringMatching(
        /^parameters\.monthlyfee: unknown parameter "monthlyfee", did you mean "monthlyFee"\?/,
      ),
    ]);
    expect(
      faultsOf({ ...required, ...(JSON.parse('{"__proto__": 1, "constructor": 2}') as object) }),
    ).toHaveLength(2);
  });

  it('finds every fault at once', () => {
    expect(faultsOf({ termMonths: 0, zone: 'x', nonsense: true })).toHaveLength(6);
  });
});
