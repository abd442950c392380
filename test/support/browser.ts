import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Meant for functions in a cloud: with one process for all, the first page that closes ends the browser. */
const ONE_PROCESS = ['--single-process', '--no-zygote', '--disable-web-security'];

/** A real browser: one on PATH, else the one that npm brings; null, and said, where neither starts. */
export async function startBrowser(): Promise<Browser | null> {
  const onPath = browserOnPath();
  const [executablePath, args] = onPath
    ? [onPath, ['--no-sandbox']]
    : [
        await chromium.executablePath().catch(() => ''),
        chromium.args.filter((arg) => !ONE_PROCESS.includes(arg)),
      ];
  try {
    return await playwright.launch({ executablePath, args, headless: true });
  } catch (error) {
    process.stderr.write(`tests: no browser starts here, what needs one is left out: ${String(error)}\n`);
    return null;
  }
}

function browserOnPath(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}
