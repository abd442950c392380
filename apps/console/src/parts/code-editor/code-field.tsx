import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useLanguage, useWords } from '~/words/words';
import { basics, isFromOutside, replacing } from './basics';
import { placeInClauses, placeInJson } from './fault-place';
import { jsonSupport } from './json-support';
import { markdownSupport } from './markdown-support';
import { type CodeEditorProps } from './props';
import { codeWords, phrases } from './words';

/** The editor itself, with a line below it that says what the place of the cursor is for. */
export default function CodeField(props: CodeEditorProps) {
  const t = useWords(codeWords);
  const id = useId();
  const [help, setHelp] = useState('');
  const holder = useEditor(props, id, setHelp);
  return (
    <div className="code-editor">
      <div ref={holder} />
      <div className="code-help" role="status">
        {help}
      </div>
      <div className="code-keys" id={id}>
        {t(props.language === 'json' && props.schema ? 'keysJson' : 'keys')}
      </div>
    </div>
  );
}

function useEditor(props: CodeEditorProps, hintId: string, onHelp: (help: string) => void) {
  const { value, onChange } = props;
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const changed = useRef(onChange);
  const [own] = useState(() => new Compartment());
  const extensions = useOwn(props, hintId, onHelp);
  useEffect(() => {
    changed.current = onChange;
  }, [onChange]);
  const first = useRef({ value, extensions, props });
  useEffect(() => {
    if (!holder.current) return;
    const state = EditorState.create({
      doc: first.current.value,
      extensions: [
        basics(first.current.value),
        own.of(first.current.extensions),
        EditorView.updateListener.of(({ docChanged, transactions, state: after }) => {
          if (docChanged && !transactions.some(isFromOutside)) changed.current(after.sliceDoc());
        }),
      ],
    });
    const made = new EditorView({ state, parent: holder.current });
    view.current = made;
    const wrong = firstFault(first.current.props, made.state.doc.toString());
    if (wrong !== null) made.dispatch({ effects: EditorView.scrollIntoView(wrong, { y: 'center' }) });
    return () => made.destroy();
  }, [own]);
  useImperativeHandle(props.cursor, () => ({
    insert: (text) => {
      const now = view.current;
      now?.dispatch(now.state.replaceSelection(text));
      now?.focus();
    },
  }));
  useEffect(() => view.current?.dispatch({ effects: own.reconfigure(extensions) }), [own, extensions]);
  useEffect(() => {
    const now = view.current;
    if (now && now.state.sliceDoc() !== value) now.dispatch(replacing(now.state, value));
  }, [value]);
  return holder;
}

/** Where the first of the faults is: what was opened to mend it shows it. */
function firstFault({ faults, language }: CodeEditorProps, text: string): number | null {
  const [fault] = faults ?? [];
  if (!fault) return null;
  const { path, line } = fault;
  return (language === 'json' ? placeInJson(text, path) : placeInClauses(text, path, line)).from;
}

/** What the editor has by what it is given. */
function useOwn(props: CodeEditorProps, hintId: string, onHelp: (help: string) => void): Extension {
  const { label, language, schema, completions, faults } = props;
  const pageLanguage = useLanguage();
  return useMemo(
    () => [
      // What scrolls has to be reached by the keyboard: `contenteditable` alone does not say so to everyone.
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-describedby': hintId, tabindex: '0' }),
      EditorState.phrases.of(phrases[pageLanguage]),
      language === 'json'
        ? jsonSupport({ schema, faults: faults ?? [], language: pageLanguage, onHelp })
        : markdownSupport(completions ?? [], faults ?? []),
    ],
    [label, hintId, language, schema, completions, faults, pageLanguage, onHelp],
  );
}
