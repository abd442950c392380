import { REQUEST_TRANSITIONS } from '#domain/incident/transitions';
import { faultLines, on, scenario } from '../support/builders.js';
import { type ScenarioEvent } from '../support/scenarios.js';

const STATUSES = {
  open: [],
  paused: [on('2025-01-06 10:00').paused('R')],
  resolved: [on('2025-01-06 10:00').resolved('R')],
  closed: [on('2025-01-06 10:00').resolved('R'), on('2025-01-06 10:30').closed('R')],
} satisfies Record<string, ScenarioEvent[]>;
type Status = keyof typeof STATUSES;

const then = on('2025-01-06 11:00');
const EVENTS: readonly ScenarioEvent[] = [
  then.responded('R'),
  then.workaround('R'),
  then.path('R'),
  then.paused('R'),
  then.resumed('R'),
  then.resolved('R'),
  then.closed('R'),
  then.reopened('R'),
  then.reclassified('R', 'low'),
  then.rated('R', 4),
];

/** What each status takes, written down by hand: everything else is refused. */
const ALLOWED: Readonly<Record<Status, readonly string[]>> = {
  open: ['responded', 'workaround', 'path', 'paused', 'resolved', 'reclassified'],
  paused: ['responded', 'workaround', 'path', 'resumed', 'resolved', 'reclassified'],
  resolved: ['responded', 'workaround', 'path', 'closed', 'reopened', 'reclassified', 'rated'],
  closed: ['responded', 'workaround', 'path', 'reopened', 'reclassified', 'rated'],
};

const cells = (Object.keys(STATUSES) as Status[]).flatMap((status) =>
  EVENTS.map((event): [Status, string, ScenarioEvent] => [
    status,
    event.type.slice('request.'.length),
    event,
  ]),
);

/** A line whose list of what is allowed is in the order of the alphabet. */
function inAlphabet(line: string): string {
  const [refusal, allowed = ''] = line.split('allowed: ');
  return `${refusal}allowed: ${allowed.split(', ').sort().join(', ')}`;
}

describe('what can be told of a request in each status', () => {
  it.each(cells)('%s: %s', async (status, name, event) => {
    const recorded = on('2025-01-06 09:00').recorded('R', 'high');
    const lines = await faultLines(scenario('2025-01-07', [recorded, ...STATUSES[status], event]));
    const allowed = ALLOWED[status].map((each) => `request.${each}`);
    const path = `events[${1 + STATUSES[status].length}].type`;
    const refusal = `${path}: request.${name} is not possible while the request is ${status}`;
    expect(lines.map(inAlphabet)).toEqual(
      ALLOWED[status].includes(name) ? [] : [`${refusal}, allowed: ${allowed.sort().join(', ')}`],
    );
  });

  it.each(cells.filter(([status, name]) => ALLOWED[status].includes(name)))(
    '%s: %s, also when the contract has ended',
    async (status, _, event) => {
      const recorded = on('2025-01-06 09:00').recorded('R', 'high');
      const ended = on('2025-01-06 10:45').agreedToEnd('2025-01-06 10:50');
      expect(await faultLines(scenario('2025-01-07', [recorded, ...STATUSES[status], ended, event]))).toEqual(
        [],
      );
    },
  );

  it('the table says the same, and nothing else', () => {
    const table = Object.entries(REQUEST_TRANSITIONS).map(([status, row]) => [
      status,
      Object.keys(row)
        .filter((type) => type !== 'contract.ended')
        .map((type) => type.slice('request.'.length))
        .sort(),
    ]);
    const byHand = Object.entries(ALLOWED).map(([status, names]) => [status, [...names].sort()]);
    expect(Object.fromEntries(table)).toEqual(Object.fromEntries(byHand));
  });
});
