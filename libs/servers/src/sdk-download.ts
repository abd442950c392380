// Lets Temporal's SDK download one of its servers into a folder: `node sdk-download.js KIND FOLDER [VERSION]`, KIND
// being `dev-server` or `time-skipping`. A process of its own, so that a download that hangs can be ended.
import { TestWorkflowEnvironment } from '@temporalio/testing';

const DOWNLOAD_HOST = 'https://temporal.download/';
const REACHED_SECONDS = 5;

/** The SDK itself would wait for an unreachable host without end. */
async function checkInternet(): Promise<void> {
  try {
    await fetch(DOWNLOAD_HOST, { method: 'HEAD', signal: AbortSignal.timeout(REACHED_SECONDS * 1000) });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${DOWNLOAD_HOST} cannot be reached: ${reason}`, { cause: error });
  }
}

async function download(kind: string, folder: string, version: string | undefined): Promise<void> {
  const executable = {
    type: 'cached-download' as const,
    downloadDir: folder,
    ...(version === undefined ? {} : { version }),
  };
  // The SDK downloads on start only: so the server is started once, and ended.
  const environment =
    kind === 'dev-server'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await environment.teardown();
}

const [kind = '', folder = '', version] = process.argv.slice(2);
try {
  await checkInternet();
  await download(kind, folder, version);
  process.exit(0);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
