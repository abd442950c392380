/** What a letter says in one language. `{field}` stands for a value; the rows are set as a small table. */
export interface LetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly rows: readonly (readonly [label: string, field: string])[];
  readonly closing: readonly string[];
}

/** A letter in both languages. */
export interface LetterKind {
  /** What the letter is made of, beside `contract` and `name`, which each has. */
  readonly fields: readonly string[];
  readonly 'zh-CN': LetterText;
  readonly en: LetterText;
}
