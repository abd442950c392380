import { type RefObject, useMemo, useState } from 'react';
import { Alert, Form, Input } from 'antd';
import { bindableIn } from '#templates/binding-slips';
import { CodeEditor } from '~/parts/code-editor/code-editor';
import { type CodeCursor } from '~/parts/code-editor/props';
import { type Language, useWords } from '~/words/words';
import { type ClauseSide, type Parameter } from './clause-model';
import { useBindingLabel } from './clause-slips';
import { clauseWords } from './clause-words';

interface Props {
  readonly number: string;
  readonly language: Language;
  readonly side: ClauseSide;
  readonly parameters: readonly Parameter[];
  readonly slips: readonly string[];
  readonly cursor: RefObject<CodeCursor | null>;
  readonly onFocus: () => void;
  readonly onChange: (change: Pick<ClauseSide, 'title' | 'text'>) => void;
}

/** A clause in one language, as text that can be changed. */
export function ClauseSideEditor(props: Props) {
  const { number, language, side, parameters, slips, cursor, onFocus, onChange } = props;
  const t = useWords(clauseWords);
  const labelOf = useBindingLabel(parameters);
  const [typed, setTyped] = useState(side.text);
  const said = t(`language.${language}`);
  const titleId = `clause-title-${language}`;
  // The file has no white space around a clause: what is being typed there stays while one types.
  const value = typed.trim() === side.text.trim() ? typed : side.text;
  const names = bindableIn(number, parameters);
  const known = JSON.stringify(names.map((name) => ({ name, about: labelOf(name) })));
  const completions = useMemo(() => JSON.parse(known) as { name: string; about: string }[], [known]);
  return (
    <div onFocus={onFocus}>
      <Form.Item label={t('clauseTitle', { language: said })} htmlFor={titleId} layout="vertical">
        <Input
          id={titleId}
          value={side.title}
          onChange={({ target }) => onChange({ title: target.value, text: side.text })}
        />
      </Form.Item>
      <CodeEditor
        label={t('clauseText', { number, language: said })}
        language="markdown"
        value={value}
        completions={completions}
        cursor={cursor}
        onChange={(text) => {
          setTyped(text);
          onChange({ title: side.title, text });
        }}
      />
      {slips.length > 0 && <Slips slips={slips} />}
    </div>
  );
}

export function Slips({ slips }: Pick<Props, 'slips'>) {
  return (
    <Alert
      type="warning"
      className="form-end"
      title={
        <ul className="problem-members">
          {slips.map((slip) => (
            <li key={slip}>{slip}</li>
          ))}
        </ul>
      }
    />
  );
}
