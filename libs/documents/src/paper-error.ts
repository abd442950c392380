import { type Fault, formatFault } from '#domain/fault';

/** Thrown for a paper that must not be issued as it is; `faults` name everything that is wrong with it. */
export class PaperError extends Error {
  override readonly name = 'PaperError';

  constructor(readonly faults: readonly Fault[]) {
    super(faults.map(formatFault).join('; '));
  }
}
