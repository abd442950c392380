/** Why the core refuses an event. Stable codes: clients may depend on them. */
export type RefusalCode =
  | 'unknownContract'
  | 'unknownRequest'
  | 'duplicateRequest'
  | 'wrongState'
  | 'beforeTerm'
  | 'afterTerm'
  | 'lateFact'
  | 'unknownMiss'
  | 'unknownObligation'
  | 'alreadyWaived'
  | 'notAllowed'
  | 'unknownPeriod'
  | 'tooEarly'
  | 'noRight'
  | 'invalidValue'
  | 'preconditionFailed';

/**
 * The contract does not allow the event; nothing was changed. `member` names the field at fault, `problem` says what
 * is wrong with it, `allowed` what would be right.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly member: string,
    readonly problem: string,
    readonly allowed: string,
  ) {
    super(`${member}: ${problem}, ${allowed}`);
    this.name = 'Refusal';
  }
}
