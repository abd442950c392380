import { createRequire } from 'node:module';
import type { CustomTableLayout, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces.js';
import { FACES, fontFile, type Face } from '../fonts.js';

/** A font as fontkit reads it: what of it is needed here. */
interface Font {
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { readonly advanceWidth: number };
  readonly unitsPerEm: number;
}

interface PdfStream extends NodeJS.ReadableStream {
  end(): void;
}

/** What `pdfmake/js` exports, which has no types: the printer behind `createPdf`, without its state for all callers. */
interface PrinterModule {
  readonly default: new (
    fonts: TFontDictionary,
    files: VirtualFiles,
    urls: UrlResolver,
    mayRead: (path: string) => boolean,
  ) => {
    createPdfKitDocument(
      definition: TDocumentDefinitions,
      options: { readonly tableLayouts: Readonly<Record<string, CustomTableLayout>> },
    ): Promise<PdfStream>;
  };
}

interface DocumentModule {
  readonly default: new (
    fonts: TFontDictionary,
    images: object,
    patterns: object,
    attachments: object,
    options: { readonly font: null; readonly autoFirstPage: false },
    files: VirtualFiles,
  ) => { provideFont(family: string, bold: boolean, italics: boolean): { readonly font: Font } };
}

interface VirtualFiles {
  existsSync(name: string): boolean;
  readFileSync(name: string): Buffer | null;
}

interface UrlResolver {
  resolve(): void;
  resolved(): Promise<void>;
}

const FAMILIES: Readonly<Record<Face, { readonly family: string; readonly bold: boolean }>> = {
  serif: { family: 'Serif', bold: false },
  sans: { family: 'Sans', bold: false },
  sansBold: { family: 'Sans', bold: true },
};

const files: VirtualFiles = {
  existsSync: (name) => fontFile(name) !== null,
  readFileSync: fontFile,
};

/** A document has no addresses to fetch from; where one got in, nothing is fetched. */
const noUrls: UrlResolver = { resolve: () => {}, resolved: () => Promise.resolve() };
const noFiles = (): boolean => false;

/** Sets a definition. It gets no file but the fonts and no network; its only date is the one in `info`. */
export async function print(
  definition: TDocumentDefinitions,
  tableLayouts: Readonly<Record<string, CustomTableLayout>>,
): Promise<Uint8Array> {
  const { default: Printer } = load<PrinterModule>('Printer');
  const printer = new Printer(families(), files, noUrls, noFiles);
  const stream = await printer.createPdfKitDocument(definition, { tableLayouts });
  stream.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

const opened = new Map<Face, Font>();

/** The font of a face as the renderer will read it, opened once in a process. */
export function openFont(face: Face): Font {
  const known = opened.get(face);
  if (known) return known;
  const { default: PdfDocument } = load<DocumentModule>('PDFDocument');
  const document = new PdfDocument(families(), {}, {}, {}, { font: null, autoFirstPage: false }, files);
  const { family, bold } = FAMILIES[face];
  const { font } = document.provideFont(family, bold, false);
  opened.set(face, font);
  return font;
}

/** The printer writes into the dictionary it gets, so each gets its own. */
function families(): TFontDictionary {
  return {
    Serif: { normal: FACES.serif.postscriptName },
    Sans: { normal: FACES.sans.postscriptName, bold: FACES.sansBold.postscriptName },
  };
}

function load<Module>(name: string): Module {
  return createRequire(import.meta.url)(`pdfmake/js/${name}`) as Module;
}
