import { type Bytes } from './bytes.js';
import { verifyArchive, verifyFiles, type BundleReport } from './verify.js';
import { reportLines } from './words.js';

/** As much of a browser's page as is used here. */
interface PageFile {
  readonly name: string;
  readonly webkitRelativePath: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

interface PageElement {
  textContent: string | null;
  value: string;
  hidden: boolean;
  readonly dataset: Record<string, string>;
  readonly files: ArrayLike<PageFile> | null;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
}

interface PageEvent {
  readonly dataTransfer?: { readonly files: ArrayLike<PageFile> };
  preventDefault(): void;
}

interface Page {
  readonly documentElement: PageElement & { lang: string };
  getElementById(id: string): PageElement | null;
  addEventListener(type: string, listener: (event: PageEvent) => void): void;
}

/** The page of a bundle: a file that is dropped on it, or chosen, is verified; buttons change the language. */
export function runInPage(): void {
  const page = (globalThis as unknown as { readonly document: Page }).document;
  const onFiles = (files: ArrayLike<PageFile> | null | undefined) => {
    if (files && files.length > 0) void show(page, Array.from(files));
  };
  for (const id of ['archive', 'folder']) {
    const input = page.getElementById(id);
    input?.addEventListener('change', () => onFiles(input.files));
  }
  page.addEventListener('dragover', (event) => event.preventDefault());
  page.addEventListener('drop', (event) => {
    event.preventDefault();
    onFiles(event.dataTransfer?.files);
  });
  for (const language of ['en', 'zh-CN'])
    page.getElementById(`language-${language}`)?.addEventListener('click', () => {
      page.documentElement.lang = language;
    });
}

async function show(page: Page, files: readonly PageFile[]): Promise<void> {
  const [result, input] = [page.getElementById('result'), page.getElementById('key')];
  if (!result) return;
  result.dataset['outcome'] = 'working';
  result.textContent = '…';
  const key = input?.value.trim() ?? '';
  try {
    const report = await reportOn(files, key === '' ? {} : { key });
    result.textContent = reportLines(report, key === '' ? undefined : key).join('\n');
    result.dataset['outcome'] = report.findings.length === 0 ? 'whole' : 'faulty';
  } catch (error) {
    result.textContent = error instanceof Error ? error.message : String(error);
    result.dataset['outcome'] = 'unknown';
  }
}

/** One file is the archive; more are those of the folder that it was unpacked into. */
async function reportOn(
  files: readonly PageFile[],
  expected: { readonly key?: string },
): Promise<BundleReport> {
  const [first] = files;
  if (files.length === 1 && first?.webkitRelativePath === '')
    return verifyArchive(await bytesOf(first), expected);
  const entries = await Promise.all(
    files.map(async (file) => {
      const path = file.webkitRelativePath.split('/').slice(1).join('/') || file.name;
      return [path, await bytesOf(file)] as const;
    }),
  );
  return verifyFiles(new Map(entries), expected);
}

async function bytesOf(file: PageFile): Promise<Bytes> {
  return new Uint8Array(await file.arrayBuffer());
}
