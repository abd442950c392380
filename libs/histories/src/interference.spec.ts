import { type Command } from '#domain/command';
import { instant } from '#domain/time/instant';
import { type CommandRow } from '#persistence/entities/command';
import { type RunEvent } from '#temporal/run-events';
import { type Interference, interferences } from './interference.js';

const AT = instant('2025-01-01T00:00:00Z');
const sent: Command = { id: 'c-1', actor: 'desk', body: { type: 'contract.sent', at: AT, dueAt: AT } };

const event = (eventId: string, type: string, attributes: Partial<RunEvent>): RunEvent => ({
  eventId,
  eventTime: '2025-01-01T00:00:00.5Z',
  eventType: `EVENT_TYPE_WORKFLOW_EXECUTION_${type}`,
  ...attributes,
});

const update = event('4', 'UPDATE_ACCEPTED', {
  workflowExecutionUpdateAcceptedEventAttributes: {
    protocolInstanceId: 'c-1',
    acceptedRequest: {
      meta: { updateId: 'c-1', identity: '7@here' },
      input: { name: 'carryOut', args: { payloads: [{ data: 'sent' }] } },
    },
  },
});

const stored = (over: Partial<CommandRow> = {}): CommandRow => ({
  id: 'c-1',
  contractId: 'C-1',
  owner: 'contract',
  actor: 'desk',
  body: { body: { type: 'contract.sent', at: AT, dueAt: AT } },
  status: 'applied',
  answer: null,
  createdAt: AT,
  sentAt: AT,
  ...over,
});

function found(events: readonly RunEvent[], rows: readonly CommandRow[] = []): Promise<Interference[]> {
  return interferences('run-2', events, {
    contract: 'C-1',
    clock: 'real',
    commands: new Map(rows.map((row) => [row.id, row])),
    read: () => Promise.resolve({ ...sent, lateReason: 'delivered later' }),
  });
}

const details = async (...rows: CommandRow[]): Promise<string[]> =>
  (await found([update], rows)).map(({ detail }) => detail);

describe('what was done to a workflow by hand', () => {
  it('is no update that carries a stored command, nor what a worker tells of its documents', async () => {
    expect(await details(stored())).toEqual([]);
    const own = { type: 'documents.issued', at: AT };
    const read = () => Promise.resolve({ ...sent, actor: 'system', body: own });
    const commands = new Map([['c-1', stored({ actor: 'system', body: { body: own }, sentAt: null })]]);
    expect(
      await interferences('run-2', [update], { contract: 'C-1', clock: 'real', commands, read }),
    ).toEqual([]);
  });

  it('is an update without a command, before it was stored, or with another one', async () => {
    expect(await details()).toEqual(['c-1: there is no such command']);
    expect(await details(stored({ sentAt: null }))).toEqual([
      'c-1: the command was not stored before it was sent',
    ]);
    expect(await details(stored({ actor: 'billing' }))).toEqual([
      'c-1: another command than the one that was stored',
    ]);
    expect(await found([update])).toMatchObject([{ kind: 'update', eventId: '4', identity: '7@here' }]);
  });

  it('is every signal but that by which a contract tells its requests to look', async () => {
    const signal = (signalName: string, workflowId?: string) =>
      event('5', 'SIGNALED', {
        workflowExecutionSignaledEventAttributes: {
          signalName,
          identity: '7@here',
          ...(workflowId !== undefined && { externalWorkflowExecution: { workflowId } }),
        },
      });
    const signals = [
      signal('look', 'contract/C-1'),
      signal('look', 'contract/C-2'),
      signal('look'),
      signal('other', 'contract/C-1'),
    ];
    expect((await found(signals)).map(({ detail }) => detail)).toEqual(['look', 'look', 'other']);
  });

  it('is told with the run that it was done to: before a reset stands what another run told', async () => {
    const terminated = event('3', 'TERMINATED', {
      workflowExecutionTerminatedEventAttributes: { reason: 'why not', identity: '7@here' },
    });
    const reset = event('4', 'x', {
      eventType: 'EVENT_TYPE_WORKFLOW_TASK_FAILED',
      workflowTaskFailedEventAttributes: {
        cause: 'WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW',
        baseRunId: 'run-1',
        newRunId: 'run-2',
        failure: { message: 'once more' },
      },
    });
    expect(await found([update, reset, terminated])).toMatchObject([
      { kind: 'reset', detail: 'once more, from the run run-1' },
      { kind: 'termination', detail: 'why not', identity: '7@here' },
    ]);
  });
});
