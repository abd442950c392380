import { lazy, Suspense } from 'react';
import { type CodeEditorProps } from './props';
import './code-editor.css';

const CodeField = lazy(() => import('./code-field'));

/**
 * An editor of text that a machine reads: JSON with completion, help and marks from its schema, or clauses with their
 * parameters. It is loaded when it first shows. Another file is another editor: give it a `key`.
 */
export function CodeEditor(props: CodeEditorProps) {
  return (
    <Suspense
      fallback={
        <pre className="code code-waiting" aria-busy="true">
          {props.value}
        </pre>
      }
    >
      <CodeField {...props} />
    </Suspense>
  );
}
