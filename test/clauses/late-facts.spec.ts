import fc from 'fast-check';
import { Clerk } from '#decisions/clerk';
import { correctIncident } from '#domain/incident/correction';
import { type IncidentEvent } from '#domain/incident/events';
import { type IncidentState } from '#domain/incident/state';
import { fireTargetDeadlines, recordIncident, stepIncident } from '#domain/incident/step';
import { Refusal } from '#domain/refusal';
import { type Terms } from '#domain/terms';
import { instant, type Instant } from '#domain/time/instant';
import { routeEvent } from '#rehearsal/events';
import { readScenarioDocument } from '#rehearsal/scenario';
import { scenarioTerms } from '#rehearsal/scenario-terms';
import { on, scenario, shanghai, YEAR_2025 } from '../support/builders.js';
import { Chance } from '../support/scenarios-random.js';
import { randomLife } from '../support/scenarios-requests.js';
import { frameOf, type ScenarioEvent } from '../support/scenarios-frame.js';

type Later = Exclude<IncidentEvent, { type: 'request.recorded' | 'contract.ended' }>;

let terms: Terms;

beforeAll(async () => {
  const made = await scenarioTerms({ template: 'it-support-2025', parameters: YEAR_2025 });
  if ('faults' in made) throw new Error('the reference template does not take its own parameters');
  terms = made.terms;
});

async function routed(events: readonly ScenarioEvent[]): Promise<IncidentEvent[]> {
  const { scenario: read } = readScenarioDocument(scenario('2027-01-01', events));
  const clerk = new Clerk();
  const all = await Promise.all((read?.events ?? []).map((placed) => routeEvent(terms, clerk, placed)));
  return all.flatMap((each) => (each.owner === 'incident' ? [each.event] : []));
}

/** A request as its events make it, told in time, up to an instant. */
function told([first, ...rest]: readonly IncidentEvent[], until: Instant): IncidentState {
  if (first?.type !== 'request.recorded') throw new Error('a request begins with its record');
  let state = recordIncident(terms, 'R', first).state;
  for (const event of rest as Later[]) {
    state = fireTargetDeadlines(terms, state, { until: event.at, inclusive: false }).state;
    state = stepIncident(terms, state, event).state;
  }
  return fireTargetDeadlines(terms, state, { until, inclusive: true }).state;
}

/** Whether nothing is refused of what is told: without its resumption, say, a second pause would be. */
function stands(events: readonly IncidentEvent[], until: Instant): boolean {
  try {
    told(events, until);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

describe('a fact told late', () => {
  const until = instant(shanghai('2025-01-10'));
  const start = [on('2025-01-06 09:00').recorded('R', 'high')];

  it.each<[law: string, late: ScenarioEvent, annulled: string[], established: string[]]>([
    ['a response in time takes its miss back', on('2025-01-06 09:20').responded('R'), ['response'], []],
    ['one too late leaves it', on('2025-01-06 09:31').responded('R'), [], []],
    [
      'a resolution in time takes all of its misses back',
      on('2025-01-06 12:00').resolved('R'),
      ['workaround', 'resolution'],
      [],
    ],
    [
      'a pause moves the misses after it',
      on('2025-01-06 10:00').paused('R'),
      ['workaround', 'resolution'],
      [],
    ],
    [
      'a reclassification brings the misses of its priority',
      on('2025-01-06 13:30').reclassified('R', 'critical'),
      ['workaround', 'resolution'],
      ['workaround'],
    ],
  ])('%s', async (_, late, annulled, established) => {
    const [fact] = (await routed([...start, late])).slice(1) as Later[];
    const before = told(await routed(start), until);
    if (!fact) throw new Error('there is no fact');
    const correction = correctIncident(terms, before, fact, 'the desk forgot');
    expect(correction.annulled.map((miss) => miss.target)).toEqual(annulled);
    const added = correction.entries.filter((entry) => entry.kind === 'target.missed');
    expect(added.map((entry) => entry.payload['target'])).toEqual(established);
    expect(correction.entries[0]).toMatchObject({ payload: { late: true, lateReason: 'the desk forgot' } });
  });

  it('gives what telling it in time would have given, or is refused', async () => {
    const frame = frameOf({
      termStart: '2025-01-01',
      termMonths: 12,
      monthlyFeeFen: 2_000_000,
      penaltyPermille: '5',
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), async (seed, which) => {
        const life = randomLife(new Chance(seed), frame, 'R').events.map(({ event }) => event);
        const events = (await routed(life)).filter((event) => event.at < terms.endsAt);
        fc.pre(events.length > 1);
        const late = events[1 + (which % (events.length - 1))] as Later;
        const rest = events.filter((event) => event !== late);
        const through = events.at(-1)?.at ?? until;
        // Told late, it comes behind the facts of its own instant; and the others may not stand without it.
        fc.pre(events.findLast((event) => event.at === late.at) === late && stands(rest, through));
        const without = told(rest, through);
        const inTime = told(events, without.through);
        const { state } = correctIncident(terms, without, late, 'late');
        expect([state.status, state.targets, state.misses]).toEqual([
          inTime.status,
          inTime.targets,
          inTime.misses,
        ]);
      }),
      { numRuns: 150 },
    );
  });

  it('cannot lie before the record, nor contradict what came after it', async () => {
    const before = told(await routed([...start, on('2025-01-06 10:00').resolved('R')]), until);
    const early: Later = { type: 'request.responded', at: instant(shanghai('2025-01-06 08:59')) };
    const second: Later = { type: 'request.resolved', at: instant(shanghai('2025-01-06 09:30')) };
    expect(() => correctIncident(terms, before, early, 'x')).toThrow(Refusal);
    expect(() => correctIncident(terms, before, second, 'x')).toThrow(Refusal);
  });
});
