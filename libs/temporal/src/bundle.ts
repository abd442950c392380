import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker';

/** The bundle that `npm run build` leaves beside the compiled workflows. */
const BUILT_BUNDLE = 'workflow-bundle.js';

/** Bundles the workflows: the one place that says how. Tests and the build call it; workers take the built bundle. */
export async function bundleWorkflows(): Promise<string> {
  const workflowsPath = join(compiledRoot(), 'workflows', 'index.js');
  const logger = new DefaultLogger('WARN', ({ level, message }) => console.error(`${level} ${message}`));
  const { code } = await bundleWorkflowCode({ workflowsPath, logger });
  return code;
}

/** The built bundle where there is one; otherwise the workflows are bundled now, which takes some seconds. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  const codePath = join(compiledRoot(), BUILT_BUNDLE);
  return existsSync(codePath) ? { codePath } : { code: await bundleWorkflows() };
}

/** `dist`, from wherever this file runs. */
function compiledRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const root = join(here, '..', '..', '..');
  return existsSync(join(root, 'package.json')) ? join(root, 'dist') : root;
}
