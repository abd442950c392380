import { mkdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { type Role } from '../../apps/api/src/access/roles.js';
import { addDemoAccounts, demoAccounts } from '../../apps/cli/src/start/demo-accounts.js';
import { startBrowser } from './browser.js';
import { type StackOptions, TestStack } from './stack.js';

export type Language = 'en' | 'zh-CN';

/** Where pictures of pages are kept: build output, for people to look at. */
const PICTURES = 'dist/pictures';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A busy machine takes its time; what hangs is found all the same. */
const TIMEOUT_MILLISECONDS = 45_000;
export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 390, height: 844 };

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** How a page is looked at. */
export interface Look {
  readonly language: Language;
  readonly appearance?: 'light' | 'dark';
}

/** The running product as in the demonstration, and a real browser in front of it. */
export class ConsoleHouse {
  private constructor(
    readonly stack: TestStack,
    /** Null where no browser starts: it was said. */
    private readonly browser: Browser | null,
    private readonly folder: string,
    private readonly environment: NodeJS.ProcessEnv,
  ) {}

  static async open(options: StackOptions = {}): Promise<ConsoleHouse> {
    const environment = { ...process.env };
    const folder = await mkdtemp(join(tmpdir(), 'pacta-pages-'));
    Object.assign(process.env, { PACTA_DATA: folder, PACTA_DEMO: '1', PACTA_COOKIE_SECURE: 'no' });
    const stack = await TestStack.start(options);
    await addDemoAccounts(stack.database.url, await demoAccounts(folder));
    mkdirSync(PICTURES, { recursive: true });
    return new ConsoleHouse(stack, await startBrowser(), folder, environment);
  }

  /** Pictures of what every open window shows: after a failure they say more than an error. */
  async close(): Promise<void> {
    const pages = this.browser?.contexts().flatMap((context) => context.pages()) ?? [];
    for (const [index, page] of pages.entries())
      await page.screenshot({ path: join(PICTURES, `left-open-${index}.png`), fullPage: true });
    await this.browser?.close();
    await this.stack.stop();
    process.env = this.environment;
    await rm(this.folder, { recursive: true, force: true });
  }

  get hasBrowser(): boolean {
    return this.browser !== null;
  }

  /** A window of its own, signed in by the door of a role; `errors` has what the page complained of. */
  async enter(role: Role, { language, appearance = 'light' }: Look): Promise<ConsoleWindow> {
    if (!this.browser) throw new Error('there is no browser');
    const context = await this.browser.newContext({ viewport: WIDE, reducedMotion: 'reduce' });
    const preferences = JSON.stringify({ language, appearance });
    await context.addInitScript(`localStorage.setItem('pacta.preferences', ${JSON.stringify(preferences)})`);
    await context.request.post(`${this.stack.url}/api/v1/sessions/demo`, { data: { role } });
    return new ConsoleWindow(await context.newPage(), this.stack.url);
  }
}

/** A page of the console in the browser. */
export class ConsoleWindow {
  /** What the page threw, and what it was refused. */
  readonly errors: string[] = [];

  constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.setDefaultTimeout(TIMEOUT_MILLISECONDS);
    page.on('pageerror', ({ message }) => this.errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  /** Goes to an address of the console and waits until all that it asks for has been answered. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.url}/console${path}`);
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('h1').first().waitFor();
    await this.page.waitForFunction(
      () => document.querySelector('[aria-busy="true"], .ant-spin-spinning') === null,
    );
  }

  /** What keeps people with a screen reader, a keyboard or weak eyes out, by axe's rules for WCAG 2.2 AA. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(AXE);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await this.page.evaluate(
      `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } }).then(({ violations }) => violations)`,
    );
    return (found as readonly Violation[]).flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary = '' }) =>
          `${id} ${target.join(' ')}: ${failureSummary.split('\n')[1] ?? ''}`,
      ),
    );
  }

  /** How many pixels stick out to the side, once the page has fitted itself into its window. */
  async overflow(): Promise<number> {
    const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
    await this.page.waitForFunction(fits, undefined, { timeout: 5_000 }).catch(() => undefined);
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** Keeps a picture of the whole page. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  }

  /** Chooses in a list that is searched by typing. */
  async choose(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label).click();
    await this.page.keyboard.type(text);
    await this.page.locator('.ant-select-item-option', { hasText: text }).first().click();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
