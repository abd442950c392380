import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker';
import { compiledRoot, failureConverterPath } from './data-converter.js';

/** Compiled code that a bundle may hold: workflows take nothing else in, which the dependency rules see to. */
const TAKEN_IN = ['workflows', 'libs/domain', 'libs/temporal'];

/** The bundle that the build leaves beside what it was made from. */
function builtBundle(): string {
  return join(compiledRoot(), 'workflow-bundle.js');
}

/** What a worker runs: the bundle of the build; where something was compiled after it, one made now, in some seconds. */
export async function workflowBundle(): Promise<WorkflowBundleOption> {
  const bundledAt = statSync(builtBundle(), { throwIfNoEntry: false })?.mtimeMs;
  const isFresh =
    bundledAt !== undefined &&
    TAKEN_IN.every((folder) => newestIn(join(compiledRoot(), folder)) <= bundledAt);
  return isFresh ? { codePath: builtBundle() } : { code: await bundleWorkflows() };
}

/** Bundles the compiled workflows and leaves the bundle for workers. Gives its size in bytes. */
export async function buildWorkflowBundle(): Promise<number> {
  const code = await bundleWorkflows();
  writeFileSync(builtBundle(), code);
  return Buffer.byteLength(code);
}

async function bundleWorkflows(): Promise<string> {
  const logger = new DefaultLogger('WARN', ({ level, message }) => console.error(`${level} ${message}`));
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(compiledRoot(), 'workflows', 'index.js'),
    // Only where payloads are encrypted do messages of failures become payloads; a bundle is the same for both.
    failureConverterPath: failureConverterPath(),
    logger,
  });
  return code;
}

/** When the newest file of a folder, or below it, was written, in milliseconds. */
function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return Math.max(0, ...files.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
