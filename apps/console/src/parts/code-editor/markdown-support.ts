import { type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { markdown } from '@codemirror/lang-markdown';
import { syntaxTree } from '@codemirror/language';
import { linter, lintGutter } from '@codemirror/lint';
import { type EditorState, type Extension } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { placeInClauses } from './fault-place';
import { type CodeFault, type Completion } from './props';

/** Clauses: their headings, their conditions, `{{parameter}}` made plain, and names completed after `{{`. */
export function markdownSupport(completions: readonly Completion[], faults: readonly CodeFault[]): Extension {
  const own = markdown();
  return [
    own,
    own.language.data.of({ autocomplete: (context: CompletionContext) => nameAt(context, completions) }),
    marked(/\{\{[^{}]*\}\}/g, (text) => (isKnown(text, completions) ? 'code-name' : 'code-name is-unknown')),
    marked(/^:::.*$|\{when [^{}]*\}/g, () => 'code-condition'),
    linter((view) => {
      const text = view.state.doc.toString();
      return faults.map(({ path, line, message }) => ({
        ...placeInClauses(text, path, line),
        severity: 'error' as const,
        message,
      }));
    }),
    lintGutter(),
  ];
}

function nameAt(context: CompletionContext, completions: readonly Completion[]): CompletionResult | null {
  const typed = context.matchBefore(/\{\{\s*[\w.]*/);
  if (!typed || completions.length === 0) return null;
  const from = typed.from + (/^\{\{\s*/.exec(typed.text)?.[0].length ?? 0);
  const isClosed = /^\s*\}\}/.test(context.state.sliceDoc(context.pos, context.pos + 8));
  return {
    from,
    validFor: /^[\w.]*$/,
    options: completions.map(({ name, about }) => ({
      label: name,
      type: 'variable',
      ...(about && { detail: about }),
      apply: (view, _, start, end) => {
        const insert = isClosed ? name : `${name}}}`;
        // Behind the braces, whether they were there or came with it.
        const anchor = start + name.length + 2;
        view.dispatch({ changes: { from: start, to: end, insert }, selection: { anchor } });
      },
    })),
  };
}

/** What the parties state, `{{client.fullName}}`, is no parameter, and known to the server. */
function isKnown(text: string, completions: readonly Completion[]): boolean {
  const name = text.slice(2, -2).trim();
  const isStated = /^(client|provider)\./.test(name);
  return isStated || completions.length === 0 || completions.some((each) => each.name === name);
}

/** What a comment says is for administrators, and binds nothing. */
function isComment(state: EditorState, at: number): boolean {
  return syntaxTree(state).resolveInner(at, 1).name.startsWith('Comment');
}

/** What matches has a class; a name that nothing binds looks wrong before anybody asks. */
function marked(regexp: RegExp, classOf: (text: string) => string): Extension {
  const decorator = new MatchDecorator({
    regexp,
    decoration: ([text], { state }, at) =>
      isComment(state, at) ? null : Decoration.mark({ class: classOf(text) }),
  });
  return ViewPlugin.define(
    (view: EditorView) => {
      const plugin = {
        marks: decorator.createDeco(view),
        update(update: ViewUpdate) {
          plugin.marks = decorator.updateDeco(update, plugin.marks);
        },
      };
      return plugin;
    },
    { decorations: ({ marks }: { marks: DecorationSet }) => marks },
  );
}
