import { type UploadLine } from './read-upload';

/**
 * What was uploaded in this window: the API drops the document of a line as soon as it is over, and whoever wants to try
 * again needs it. It is gone with the window: names and addresses of people are kept nowhere for this.
 */
const kept = new Map<string, readonly UploadLine[]>();

export function keepLines(operation: string, lines: readonly UploadLine[]): void {
  kept.set(operation, lines);
}

export function keptLines(operation: string): readonly UploadLine[] | undefined {
  return kept.get(operation);
}
