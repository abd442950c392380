import { type Ref } from 'react';
import { type JSONSchema } from 'vscode-json-languageservice';

/** A name that may stand between `{{` and `}}`, and what it means. */
export interface Completion {
  readonly name: string;
  readonly about?: string;
}

/**
 * What was found wrong with the text: `path` is where in it, as the API says it (`rows[0].when[1]` in JSON, the number
 * of the clause in a clause file; empty: the text as a whole).
 */
export interface CodeFault {
  readonly path: string;
  /** The line, where the fault itself names it. */
  readonly line?: number | undefined;
  readonly message: string;
}

/** Where the cursor stands in an editor, for buttons beside it. */
export interface CodeCursor {
  /** Inserts a text there, or in the place of what is selected, and goes on writing behind it. */
  readonly insert: (text: string) => void;
}

export interface CodeEditorProps {
  /** What the text is, for those who do not see where it stands. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly cursor?: Ref<CodeCursor> | undefined;
  readonly language: 'json' | 'markdown';
  /** What the JSON may say: completion, help and marks come from it. Not made anew with every rendering. */
  readonly schema?: JSONSchema | undefined;
  /** Names that are completed after `{{`. Not made anew with every rendering. */
  readonly completions?: readonly Completion[] | undefined;
  /** Shown at their lines until they are others. Not made anew with every rendering. */
  readonly faults?: readonly CodeFault[] | undefined;
}
