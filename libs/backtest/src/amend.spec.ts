import { type RuleSet } from '#domain/decision';
import { type Terms } from '#domain/terms';
import { loadParsedTemplate } from '#templates/load';
import { loadCalendar } from '#templates/calendars';
import { termsOf } from '../../../test/support/contracts.js';
import { amend } from './amend.js';
import { type Amendment, type TemplateWithCalendars } from './amendment.js';

describe('an amendment of terms', () => {
  let terms: Terms;
  let recorded: TemplateWithCalendars;

  beforeAll(async () => {
    terms = await termsOf({ responseCriticalMinutes: 20 });
    const { value: template, calendars } = await loadParsedTemplate('it-support-2025');
    recorded = { template, calendars };
  });

  const amended = async (amendment: Amendment, template: TemplateWithCalendars | null = recorded) => {
    const result = await amend(terms, amendment, template);
    if ('faults' in result) throw new Error(JSON.stringify(result.faults));
    return result;
  };

  const faultsOf = async (amendment: Amendment, template: TemplateWithCalendars | null = recorded) => {
    const result = await amend(terms, amendment, template);
    return 'faults' in result ? result.faults.map(({ path, problem }) => `${path}: ${problem}`) : [];
  };

  it('of parameters builds the terms again and keeps every other parameter of the contract', async () => {
    const { terms: made, notCarried } = await amended({
      parameters: { penaltyPermille: '7', termMonths: 12 },
    });
    expect(made.parameters).toEqual({ ...terms.parameters, penaltyPermille: '7' });
    expect(made.service?.targets['critical']?.[0]?.measure).toEqual({ unit: 'minutes', amount: 20 });
    expect(made.startsAt).toBe(terms.startsAt);
    expect(notCarried).toEqual([]);
  });

  it('that amends nothing else gives back the very terms', async () => {
    const { terms: made } = await amended({ parameters: { responseCriticalMinutes: '20' } });
    expect(made).toEqual(terms);
  });

  it('of targets replaces the lists of the priorities named, and takes what they leave out from the contract', async () => {
    const { terms: made } = await amended({
      targets: { critical: [{ kind: 'response', measure: { unit: 'minutes', amount: 5 } }] },
    });
    const [before] = terms.service?.targets['critical'] ?? [];
    expect(made.service?.targets['critical']).toEqual([
      { ...before, measure: { unit: 'minutes', amount: 5 } },
    ]);
    expect(made.service?.targets['low']).toBe(terms.service?.targets['low']);
  });

  it('of the calendar puts it in the place of the contract’s own, whatever its id', async () => {
    const { calendar } = await loadCalendar('NY-DESK');
    expect((await amended({ calendar }, null)).terms).toEqual({ ...terms, calendar });
    const moved = await amended({ calendar, parameters: { responseLowMinutes: 60 } });
    expect(moved.terms.calendar).toEqual(calendar);
  });

  it('keeps the calendar that the contract was made with, although a newer one is published', async () => {
    const old = { ...terms.calendar, version: 'of the signing' };
    const result = await amend(
      { ...terms, calendar: old },
      { parameters: { responseLowMinutes: 60 } },
      recorded,
    );
    expect('terms' in result && result.terms.calendar).toEqual(old);
  });

  it('of the template carries the parameters that were chosen, and leaves those at their default to the new one', async () => {
    const template = {
      ...recorded.template,
      version: '9.0.0',
      parameters: recorded.template.parameters
        .filter(({ name }) => name !== 'hotline')
        .map((definition) =>
          definition.name === 'responseHighMinutes' || definition.name === 'responseCriticalMinutes'
            ? {
                ...definition,
                type: 'integer' as const,
                unit: 'minutes' as const,
                minimum: 1,
                maximum: 99,
                default: 10,
              }
            : definition,
        ),
    };
    const { terms: made, notCarried } = await amended({
      template: { template, calendars: recorded.calendars },
    });
    expect(made.template.version).toBe('9.0.0');
    expect(made.parameters['responseHighMinutes']).toBe(10);
    expect(made.parameters['responseCriticalMinutes']).toBe(20);
    expect(made.parameters['termStart']).toBe('2025-01-01');
    expect(notCarried).toEqual(['hotline']);
  });

  it('of rules takes them for the priority and for consequences by their ids', async () => {
    const rules = priorityRules('always critical', 'critical');
    const { terms: made } = await amended({ rules: { priority: rules } });
    expect(made.service?.rules).toBe(rules);
    expect(made.consequences).toEqual(terms.consequences);
  });

  const priorityRules = (name: string, priority: string): RuleSet => {
    const known = terms.service?.rules;
    const rule = known?.rules.at(-1);
    if (!known || !rule) throw new Error('the template has priority rules');
    return { ...known, rules: [{ ...rule, name, event: { type: 'priority', params: { priority } } }] };
  };

  it('names what does not fit, and where', async () => {
    expect(await faultsOf({ rules: { priority: priorityRules('x', 'urgent') } })).toEqual([
      expect.stringMatching(
        /^rules\.priority\.rules\[0\]\.event\.params\.priority: unknown priority "urgent"/,
      ),
    ]);
    expect(await faultsOf({ rules: { missPenalti: priorityRules('x', 'low') } })).toEqual([
      expect.stringContaining(
        'rules.missPenalti: unknown rule set "missPenalti", did you mean "missPenalty"?',
      ),
    ]);
    expect(await faultsOf({ rules: { missPenalty: priorityRules('x', 'low') } })).toEqual([
      expect.stringContaining('rules.missPenalty.outcome: unknown outcome'),
    ]);
    const measure = { unit: 'minutes', amount: 5 } as const;
    expect(await faultsOf({ targets: { hihg: [{ kind: 'response', measure }] } })).toEqual([
      expect.stringContaining('targets.hihg: unknown priority "hihg", did you mean "high"?'),
    ]);
    expect(
      await faultsOf({
        targets: {
          low: [
            { kind: 'response', measure },
            { kind: 'response', measure },
          ],
        },
      }),
    ).toEqual(['targets.low[1].kind: response is given twice']);
    expect(await faultsOf({ parameters: { penaltyPermile: '1' } })).toEqual([
      expect.stringContaining('parameters.penaltyPermile: unknown parameter'),
    ]);
    expect(await faultsOf({ parameters: { penaltyPermille: '1' } }, null)).toEqual([
      expect.stringContaining('parameters: needs the template "it-support-2025@'),
    ]);
  });
});
