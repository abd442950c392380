import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  snippet,
} from '@codemirror/autocomplete';
import { json } from '@codemirror/lang-json';
import { type Diagnostic, linter, lintGutter } from '@codemirror/lint';
import { type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, type Tooltip, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { type JSONSchema } from 'vscode-json-languageservice';
import { type Language } from '~/words/words';
import { placeInJson } from './fault-place';
import { type JsonHelp, jsonHelp, type Offer } from './json-help';
import { type CodeFault } from './props';

interface Options {
  readonly schema: JSONSchema | undefined;
  readonly faults: readonly CodeFault[];
  readonly language: Language;
  readonly onHelp: (help: string) => void;
}

/** JSON with what its schema knows: completion, help where the mouse or the cursor is, marks at what does not fit. */
export function jsonSupport({ schema, faults, language, onHelp }: Options): Extension {
  const help = jsonHelp(schema, language);
  const own = json();
  return [
    own,
    own.language.data.of({ autocomplete: (context: CompletionContext) => completions(context, help) }),
    linter((view) => diagnostics(view, help, faults), { delay: 300 }),
    lintGutter(),
    hoverTooltip((view, pos) => hover(view, pos, help)),
    cursorHelp(help, onHelp),
  ];
}

async function completions(context: CompletionContext, help: JsonHelp): Promise<CompletionResult | null> {
  if (!context.explicit && !context.matchBefore(/["\w$-]+/)) return null;
  const offers = await help.offers(context.state.doc.toString(), context.pos);
  const [first] = offers;
  if (!first) return null;
  // All begin where the word begins that is being typed.
  return { from: first.from, filter: true, options: offers.map((offer) => optionOf(offer, context.pos)) };
}

function optionOf({ label, filter, about, template, to }: Offer, pos: number): Completion {
  const behind = Math.max(0, to - pos);
  return {
    label: filter,
    displayLabel: label,
    ...(about && { info: about }),
    apply: (view, completion, from, end) => snippet(template)(view, completion, from, end + behind),
  };
}

async function diagnostics(
  view: EditorView,
  help: JsonHelp,
  faults: readonly CodeFault[],
): Promise<Diagnostic[]> {
  const text = view.state.doc.toString();
  const refused = faults.map(({ path, message }): Diagnostic => ({
    ...placeInJson(text, path),
    severity: 'error',
    message,
  }));
  return [...refused, ...(await help.marks(text)).map((mark): Diagnostic => ({ ...mark }))];
}

async function hover(view: EditorView, pos: number, help: JsonHelp): Promise<Tooltip | null> {
  const found = await help.about(view.state.doc.toString(), pos);
  if (!found) return null;
  return { pos: found.from, end: found.to, create: () => ({ dom: textBox(found.text) }) };
}

function textBox(text: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'code-hover';
  dom.textContent = text;
  return dom;
}

const PAUSE_MILLISECONDS = 200;

/** Says what the member under the cursor is for: what a mouse finds by pointing, for the keyboard and for fingers. */
function cursorHelp(help: JsonHelp, onHelp: (help: string) => void): Extension {
  return ViewPlugin.define((view) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = async () => {
      const { state } = view;
      const found = await help.about(state.doc.toString(), state.selection.main.head);
      if (view.state === state) onHelp(found?.text ?? '');
    };
    return {
      update({ selectionSet, docChanged }: ViewUpdate) {
        if (!selectionSet && !docChanged) return;
        clearTimeout(timer);
        timer = setTimeout(() => void say(), PAUSE_MILLISECONDS);
      },
      destroy: () => clearTimeout(timer),
    };
  });
}
