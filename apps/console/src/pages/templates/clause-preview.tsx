import { boundParts, PARTY_BINDINGS } from '#templates/bindings';
import { clauseTextFor } from '#templates/clause-text';
import { type Language, useWords } from '~/words/words';
import { type ClauseSide, type Parameter, readClause } from './clause-model';
import { partyLabel } from './clause-slips';
import { type Values } from './clause-values';
import { clauseWords } from './clause-words';

interface Props {
  readonly number: string;
  readonly side: ClauseSide;
  readonly language: Language;
  readonly parameters: readonly Parameter[];
  readonly values: Values;
  readonly texts: ReadonlyMap<string, string>;
}

/** A clause as a contract with such values prints it; what it binds stands out, what nothing is known of more so. */
export function ClausePreview({ number, side, language, parameters, values, texts }: Props) {
  const t = useWords(clauseWords);
  const { clause } = readClause(number, side);
  const text = clauseTextFor(clause, values);
  return (
    <article className="clause clause-preview" lang={language} aria-label={t('preview')}>
      <h4>
        {number} {clause.title}
      </h4>
      {text === null ? (
        <p className="text-secondary">{t('leftOut')}</p>
      ) : (
        paragraphs(text).map(({ key, paragraph }) => (
          <p key={key}>
            <Bound {...{ text: paragraph, language, parameters, texts }} />
          </p>
        ))
      )}
    </article>
  );
}

function paragraphs(text: string): { key: string; paragraph: string }[] {
  return text.split(/\n{2,}/).map((paragraph, index) => ({ key: `${index}`, paragraph }));
}

interface BoundProps extends Pick<Props, 'language' | 'parameters' | 'texts'> {
  readonly text: string;
}

function Bound({ text, language, parameters, texts }: BoundProps) {
  const parts = boundParts(text).map((part, index) => ({ part, key: `${index}` }));
  return parts.map(({ part, key }) => {
    if ('text' in part) return <span key={key}>{part.text}</span>;
    const { name } = part;
    const value = texts.get(name) ?? placeholder(name, language, parameters);
    return value === null ? (
      <mark key={key} className="is-unbound">{`{{${name}}}`}</mark>
    ) : (
      <mark key={key} title={name}>
        {value}
      </mark>
    );
  });
}

/** What stands for a value that only a contract has; null where there is no such name. */
function placeholder(name: string, language: Language, parameters: readonly Parameter[]): string | null {
  if (PARTY_BINDINGS.includes(name)) return `［${partyLabel(name, language)}］`;
  const parameter = parameters.find((each) => each.name === name);
  if (parameter) return `［${parameter.label[language]}］`;
  if (name === 'termLastDay') return `［${clauseWords[language].lastDay}］`;
  return name === 'totalContractAmount' ? `［${clauseWords[language].total}］` : null;
}
