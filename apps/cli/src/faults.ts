import { resolve } from 'node:path';
import { type Fault, formatFault } from '#domain/fault';

/** Something that was asked for, or why there is none. */
export type Found<Value> = Value | { readonly faults: readonly Fault[] };

/** Writes faults to standard error, one a line, and sets exit code 2. */
export function refuse(faults: readonly Fault[]): void {
  for (const fault of faults) console.error(formatFault(fault));
  process.exitCode = 2;
}

/** npm runs scripts in the project's folder; a relative path is meant from where the person stands. */
export function fromHere(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}
