import { type Fault, formatFault } from '#domain/fault';

/** Thrown for a template or a calendar that does not exist or is wrong; `faults` name everything that is. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(
    readonly id: string,
    readonly faults: readonly Fault[],
  ) {
    super(faults.map(formatFault).join('; '));
  }
}
