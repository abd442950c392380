import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { compiledRoot, failureConverterPath } from './data-converter.js';

/** Bundles the compiled workflows for a worker, in about a second: the one place that says how. */
export async function bundleWorkflows(): Promise<{ code: string }> {
  const logger = new DefaultLogger('WARN', ({ level, message }) => console.error(`${level} ${message}`));
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(compiledRoot(), 'workflows', 'index.js'),
    // Only where payloads are encrypted do messages of failures become payloads; a bundle is the same for both.
    failureConverterPath: failureConverterPath(),
    logger,
  });
  return { code };
}
