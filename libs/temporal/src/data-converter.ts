import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DataConverter } from '@temporalio/common';
import { PayloadCipher } from './payload-cipher.js';
import { type PayloadKeys } from './payload-keys.js';

/** How clients and workers write what they send; without keys, readable. */
export function dataConverterOf(keys: PayloadKeys | null | undefined): DataConverter {
  if (!keys) return {};
  return { payloadCodecs: [new PayloadCipher(keys)], failureConverterPath: failureConverterPath() };
}

/** The compiled file: the SDK loads it by its path, and so does a workflow bundle. */
export function failureConverterPath(): string {
  return join(compiledRoot(), 'libs', 'temporal', 'src', 'failure-converter.cjs');
}

/** `dist`, whether this file runs from there or, in a test, from its source. */
export function compiledRoot(): string {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  return existsSync(join(root, 'package.json')) ? join(root, 'dist') : root;
}
