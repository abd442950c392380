import { type Language } from '~/words/words';
import '../contract/contract.css';

interface Props {
  readonly title: string;
  readonly clauses: readonly { readonly number: string; readonly title: string; readonly text: string }[];
  readonly language: Language;
}

/** Clauses as they are printed: numbers, titles, paragraphs. */
export function ClauseTexts({ title, clauses, language }: Props) {
  return (
    <article lang={language}>
      <h3>{title}</h3>
      {clauses.map((clause) => (
        <section key={clause.number}>
          <h4>{`${clause.number === 'Parties' ? '' : `${clause.number} `}${clause.title}`}</h4>
          <p className="prose">{clause.text}</p>
        </section>
      ))}
    </article>
  );
}
