import { type Standpoint } from '#domain/command';
import { type LedgerLine } from '#persistence/ledger';
import { historyDifferences } from './histories.js';

/** Ledgers and histories by hand. */
describe('lines that no history tells of', () => {
  const line = (sequence: number, ownerVersion: number, event: object | null): LedgerLine =>
    ({ sequence, owner: 'contract', ownerVersion, kind: 'payment.received', at: 'T', event }) as LedgerLine;

  const stood = (version: number, ...sequences: number[]): Standpoint =>
    ({
      version,
      written: sequences.map((sequence) => ({ sequence, kind: 'payment.received', at: 'T' })),
    }) as unknown as Standpoint;

  const found = (lines: LedgerLine[], standpoints: Standpoint[], answered: number[]): string[] =>
    historyDifferences(
      lines,
      null,
      [{ workflowId: 'contract/C', owner: { kind: 'contract' }, standpoints, remarks: [] }],
      new Set(answered),
    ).map(({ kind, where }) => `${kind} ${where}`);

  const told = { type: 'payment.received' };

  it('are those of a turn that was taken twice, where the next standpoint has none', () => {
    expect(found([line(1, 1, told), line(2, 2, told)], [stood(1, 1), stood(2)], [])).toEqual([]);
  });

  it('are those of a turn that nobody had taken again, where the next goes on from it', () => {
    const lines = [line(1, 1, told), line(2, 2, told), line(3, 3, told)];
    expect(found(lines, [stood(1, 1), stood(3, 3)], [1, 2, 3])).toEqual([]);
    // By a deadline: the core gives it as well, or the ledger would not fold.
    const byDeadline = [line(1, 1, told), line(2, 2, null), line(3, 3, told)];
    expect(found(byDeadline, [stood(1, 1), stood(3, 3)], [1, 3])).toEqual([]);
  });

  it('are named where no stored command was answered with them', () => {
    const lines = [line(1, 1, told), line(2, 2, told), line(3, 3, told)];
    expect(found(lines, [stood(1, 1), stood(3, 3)], [1, 3])).toEqual(['ledger.lineUntold line 2']);
  });

  it('are those of the last turn, by its stored command alone', () => {
    const lines = [line(1, 1, told), line(2, 2, told)];
    expect(found(lines, [stood(1, 1)], [1, 2])).toEqual([]);
    expect(found(lines, [stood(1, 1)], [1])).toEqual(['ledger.lineUntold line 2']);
  });

  it('are named where a run is lost that may have told of them', () => {
    const lines = [line(1, 1, told), line(2, 2, null), line(3, 3, told)];
    const remarks = [{ kind: 'history.runLost', where: 'contract/C run R', detail: '' } as const];
    const standpoints = [stood(1, 1), stood(3, 3)];
    const history = { workflowId: 'contract/C', owner: { kind: 'contract' }, standpoints, remarks } as const;
    const kinds = historyDifferences(lines, null, [history], new Set([1, 2, 3])).map(({ kind }) => kind);
    expect(kinds).toEqual(['history.runLost', 'ledger.lineUntold']);
  });

  it('are named among lines of a turn that was told', () => {
    const within = [line(1, 1, told), line(2, 2, told), line(3, 2, told)];
    expect(found(within, [stood(1, 1), stood(2, 3)], [1, 3])).toEqual(['ledger.lineUntold line 2']);
  });
});
