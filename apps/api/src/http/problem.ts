import { type Answer } from '#domain/command';
import { type Fault, formatFault } from '#domain/fault';
import { PROBLEMS, type ProblemCode } from './problem-table.js';

/** The media type of an error (RFC 9457). */
export const PROBLEM_TYPE = 'application/problem+json';

/** An error as the caller gets to see it. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly errors?: readonly Fault[];
  /** Names one unexpected error in the log. */
  readonly errorId?: string;
}

/** Thrown wherever a call cannot be answered as wished. Becomes `application/problem+json`. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly Fault[] = [],
  ) {
    super(`${code}: ${detail}`);
  }

  /** Many faults at once: each with its path, what is wrong, and what is allowed. */
  static ofFaults(faults: readonly Fault[]): Problem {
    const [first] = faults;
    const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
    return new Problem(
      'invalidRequest',
      first ? `${formatFault(first)}${more}` : 'The request has faults',
      faults,
    );
  }

  /** A contract that is not there, or belongs to another client: in the same words. */
  static noContract(id: string): Problem {
    return new Problem('unknownContract', `There is no contract ${id}`);
  }

  /** What the contract refused. */
  static ofRefusal({ code, member, problem, allowed }: Extract<Answer, { kind: 'refused' }>): Problem {
    const fault = { path: member, problem, allowed };
    return new Problem(code, formatFault(fault), [fault]);
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  document(): ProblemDocument {
    const { title, status } = PROBLEMS[this.code];
    const { code, detail, errors } = this;
    return { type: `/problems/${code}`, title, status, detail, code, ...(errors.length > 0 && { errors }) };
  }
}
