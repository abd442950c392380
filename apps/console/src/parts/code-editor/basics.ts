import { indentWithTab } from '@codemirror/commands';
import { syntaxHighlighting } from '@codemirror/language';
import {
  Annotation,
  EditorState,
  type Extension,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { basicSetup } from 'codemirror';

const fromOutside = Annotation.define<boolean>();

/** Whether the page has set the text, not a person in the editor. */
export function isFromOutside(transaction: Transaction): boolean {
  return transaction.annotation(fromOutside) === true;
}

/** What every editor has. Tab indents; Escape and then Tab leaves, as CodeMirror has it. Line ends stay as they are. */
export function basics(text: string): Extension {
  return [
    EditorState.lineSeparator.of(text.includes('\r\n') ? '\r\n' : '\n'),
    EditorState.tabSize.of(2),
    basicSetup,
    keymap.of([indentWithTab]),
    EditorView.lineWrapping,
    syntaxHighlighting(classHighlighter),
  ];
}

/** Sets the text: only what differs, so that the cursor stays where it was. */
export function replacing(state: EditorState, text: string): TransactionSpec {
  const before = state.doc.toString();
  const after = text.replaceAll('\r\n', '\n');
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    changes: { from: start, to: before.length - end, insert: after.slice(start, after.length - end) },
    annotations: fromOutside.of(true),
  };
}
