import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Bundles the compiled workflows for a worker, in about a second: the one place that says how. */
export async function bundleWorkflows(): Promise<{ code: string }> {
  const logger = new DefaultLogger('WARN', ({ level, message }) => console.error(`${level} ${message}`));
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(compiledRoot(), 'workflows', 'index.js'),
    logger,
  });
  return { code };
}

/** `dist`, whether this file runs from there or, in a test, from its source. */
function compiledRoot(): string {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
  return existsSync(join(root, 'package.json')) ? join(root, 'dist') : root;
}
