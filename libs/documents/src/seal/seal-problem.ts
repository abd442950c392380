/** Why a document cannot be sealed: what the key lacks, or the file. */
export type SealProblemCode =
  'noSealKey' | 'wrongPassphrase' | 'sealKeyUnfit' | 'sealKeyExpired' | 'cannotBeSealed';

/** Sealing does not go ahead. The message is the one line that the person sees. */
export class SealProblem extends Error {
  constructor(
    readonly code: SealProblemCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'SealProblem';
  }
}
