import {
  type CompletionItem,
  getLanguageService,
  type Hover,
  type JSONSchema,
  TextDocument,
} from 'vscode-json-languageservice';
import * as l10n from '@vscode/l10n';
import { type Language } from '~/words/words';
import { type Place } from './fault-place';
import { jsonMessages } from './json-messages';

/** Something that can be put in: `template` in the language of CodeMirror's snippets. */
export interface Offer extends Place {
  readonly label: string;
  /** What is typed to find it. */
  readonly filter: string;
  readonly about: string;
  readonly template: string;
}

interface Mark extends Place {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/** What is known of a JSON text at a place of it. */
export interface JsonHelp {
  readonly offers: (text: string, at: number) => Promise<readonly Offer[]>;
  readonly marks: (text: string) => Promise<readonly Mark[]>;
  readonly about: (text: string, at: number) => Promise<(Place & { readonly text: string }) | null>;
}

const URI = 'pacta://editor/file.json';
const SCHEMA = 'pacta://editor/schema.json';
const SEVERE = 1;

/** The JSON service of Microsoft's editors, with one schema for whatever the text itself names as its own. */
export function jsonHelp(schema: JSONSchema | undefined, language: Language): JsonHelp {
  l10n.config({ contents: language === 'zh-CN' ? jsonMessages : {} });
  const service = getLanguageService({
    schemaRequestService: () => Promise.resolve(JSON.stringify(schema ?? {})),
    workspaceContext: { resolveRelativePath: () => SCHEMA },
  });
  service.configure({
    validate: true,
    allowComments: false,
    schemas: [{ uri: SCHEMA, fileMatch: ['*'], schema: schema ?? {} }],
  });
  const read = (text: string) => {
    const document = TextDocument.create(URI, 'json', 0, text);
    return { document, json: service.parseJSONDocument(document) };
  };
  const placeOf = (document: TextDocument, range: Range): Place => ({
    from: document.offsetAt(range.start),
    to: document.offsetAt(range.end),
  });
  return {
    async offers(text, at) {
      const { document, json } = read(text);
      const list = await service.doComplete(document, document.positionAt(at), json);
      return (list?.items ?? []).flatMap((item) => offerOf(item, (range) => placeOf(document, range)));
    },
    async marks(text) {
      const { document, json } = read(text);
      const settings = { schemaValidation: 'error', trailingCommas: 'error', comments: 'error' } as const;
      const found = await service.doValidation(document, json, settings, schema);
      return found.map(({ range, severity, message }) => ({
        ...placeOf(document, range),
        severity: severity === SEVERE ? 'error' : 'warning',
        message: textOf(message),
      }));
    },
    async about(text, at) {
      const { document, json } = read(text);
      const hover = await service.doHover(document, document.positionAt(at), json);
      const said = hover ? textOf(hover.contents) : '';
      if (!hover?.range || said === '') return null;
      return { ...placeOf(document, hover.range), text: said };
    },
  };
}

type Range = Parameters<TextDocument['getText']>[0] & object;

function offerOf(item: CompletionItem, placeOf: (range: Range) => Place): Offer[] {
  const { textEdit, label, filterText, documentation } = item;
  if (!textEdit || !('range' in textEdit)) return [];
  return [
    {
      ...placeOf(textEdit.range),
      label,
      filter: filterText ?? label,
      about: typeof documentation === 'string' ? documentation : (documentation?.value ?? ''),
      template: templateOf(textEdit.newText),
    },
  ];
}

/** `$1` and `$0` of the service are `${1}` and `${}` of CodeMirror, which has no other use for a dollar sign. */
function templateOf(text: string): string {
  return text.replaceAll(
    /\\([$}\\])|\$(\d+)/g,
    (_, escaped: string | undefined, place: string | undefined) =>
      escaped === undefined
        ? place === '0'
          ? '${}'
          : `\${${place}}`
        : escaped === '}'
          ? String.raw`\}`
          : escaped,
  );
}

/** Help is Markdown with what Markdown means escaped; here it is text. */
function textOf(contents: Hover['contents']): string {
  if (Array.isArray(contents)) return contents.map(textOf).filter(Boolean).join('\n');
  const text = typeof contents === 'string' ? contents : contents.value;
  return text
    .replaceAll(/\\([\\`*_{}[\]()#+\-!.<>|])/g, '$1')
    .replaceAll('&nbsp;', ' ')
    .trim();
}
