import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, fillCache, isExecutable, onPath } from './cache-folder.js';
import { messageOf, ServerProblem } from './problem.js';
import { downloadBySdk, runProvider, withProgress } from './provisioning.js';

type Log = (line: string) => void;

const SERVER_VERSION = '1.38.0';
const PROGRAM_NAME = 'temporal-test-server';
const MAVEN_SECONDS = 600;

/** What `TestWorkflowEnvironment.createTimeSkipping({ server })` takes. */
export interface TimeSkippingServer {
  readonly executable: { readonly type: 'existing-path'; readonly path: string };
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>pacta</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${SERVER_VERSION}</version>
    </dependency>
    <dependency><!-- no logger: without this one it complains about that at every start -->
      <groupId>org.slf4j</groupId>
      <artifactId>slf4j-nop</artifactId>
      <version>1.7.36</version>
    </dependency>
  </dependencies>
</project>
`;

/**
 * Starts the server under Java. The SDK ends it, but cannot when it is itself killed: then the watcher does, which knows
 * the id of the shell that Java replaces.
 */
const LAUNCHER = `#!/bin/sh
parent=$PPID
server=$$
(
  while kill -0 "$server" 2>/dev/null; do
    kill -0 "$parent" 2>/dev/null || kill -9 "$server"
    sleep 1
  done
) </dev/null >/dev/null 2>&1 &
exec java -XX:+UseSerialGC -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"
`;

/** Lays out a folder with the server's libraries and a launcher. */
async function fetchByMaven(maven: string, workFolder: string): Promise<string> {
  const folder = join(workFolder, 'server');
  await mkdir(folder);
  await writeFile(join(folder, 'pom.xml'), POM);
  const args = [
    '--batch-mode',
    '--quiet',
    'dependency:copy-dependencies',
    '-DincludeScope=runtime',
    '-DoutputDirectory=lib',
  ];
  await runProvider(maven, args, {
    name: 'mvn',
    cwd: folder,
    env: process.env,
    timeoutSeconds: MAVEN_SECONDS,
  });
  if ((await readdir(join(folder, 'lib'))).length === 0) throw new ServerProblem('mvn brought no libraries');
  await writeFile(join(folder, PROGRAM_NAME), LAUNCHER, { mode: 0o755 });
  return folder;
}

/** Lets the SDK download its own build, which needs no Java. */
async function fetchBySdk(workFolder: string, log: Log): Promise<string> {
  const downloaded = await downloadBySdk('time-skipping', workFolder, log);
  const made = join(workFolder, 'server');
  await mkdir(made);
  await rename(downloaded, join(made, PROGRAM_NAME));
  return made;
}

async function provideByMaven(target: string, log: Log): Promise<void> {
  const maven = await onPath('mvn');
  if (maven === undefined) throw new ServerProblem('mvn is not on PATH, it could fetch one for Java');
  await withProgress('fetching the time-skipping server', log, () =>
    fillCache(target, (folder) => fetchByMaven(maven, folder)),
  );
}

/**
 * Temporal's time-skipping test server: cached, or downloaded by the SDK, or fetched by Maven (38 MB) to run under Java.
 * The SDK starts and ends it. Throws {@link ServerProblem} with the reasons when it cannot be had.
 */
export async function findTimeSkippingServer(log: Log): Promise<TimeSkippingServer> {
  const folder = join(cacheFolder(), 'temporal-test-server');
  const bySdk = join(folder, 'sdk');
  const byMaven = join(folder, `java-${SERVER_VERSION}`);
  const hasJava = (await onPath('java')) !== undefined;
  const found = async (target: string): Promise<TimeSkippingServer | undefined> => {
    const path = join(target, PROGRAM_NAME);
    return (await isExecutable(path)) ? { executable: { type: 'existing-path', path } } : undefined;
  };
  const cached = (await found(bySdk)) ?? (hasJava ? await found(byMaven) : undefined);
  if (cached) return cached;

  log('no time-skipping server here yet: trying its download');
  const reasons: string[] = [];
  const ways = [
    () => fillCache(bySdk, (workFolder) => fetchBySdk(workFolder, log)),
    () =>
      hasJava
        ? provideByMaven(byMaven, log)
        : Promise.reject(new ServerProblem('java is not on PATH, it could run one')),
  ];
  for (const way of ways) {
    try {
      await way();
      break;
    } catch (error) {
      reasons.push(messageOf(error));
    }
  }
  const provided = (await found(bySdk)) ?? (await found(byMaven));
  if (provided) return provided;
  throw new ServerProblem(`no time-skipping server can be had: ${reasons.join('; ')}`);
}
