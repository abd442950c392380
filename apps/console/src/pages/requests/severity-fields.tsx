import { useId } from 'react';
import { Checkbox, Radio } from 'antd';
import { type Severity } from './use-foreseen';
import { slaWords } from '~/words/sla';
import { useWords } from '~/words/words';
import { recordWords } from './record-words';

export type SeverityDraft = { readonly [Key in keyof Severity]: Severity[Key] | null };

interface Props {
  readonly value: SeverityDraft;
  readonly onChange: (change: Partial<Severity>) => void;
}

const LEVELS = ['high', 'medium', 'low'] as const;

/** What the rules of a priority look at. Arrow keys choose a level. */
export function SeverityFields({ value, onChange }: Props) {
  const t = useWords(recordWords);
  const sla = useWords(slaWords);
  return (
    <>
      <Levels name="urgency" value={value.urgency} onChange={(urgency) => onChange({ urgency })} />
      <Levels name="impact" value={value.impact} onChange={(impact) => onChange({ impact })} />
      <fieldset className="field">
        <legend className="field-label">{t('special')}</legend>
        {(['coreBusinessDown', 'severeSecurityRisk'] as const).map((name) => (
          <Checkbox
            key={name}
            checked={value[name] === true}
            onChange={({ target }) => onChange({ [name]: target.checked })}
          >
            {sla(name)}
          </Checkbox>
        ))}
      </fieldset>
    </>
  );
}

interface LevelsProps {
  readonly name: 'urgency' | 'impact';
  readonly value: Severity['urgency'] | null;
  readonly onChange: (level: Severity['urgency']) => void;
}

function Levels({ name, value, onChange }: LevelsProps) {
  const sla = useWords(slaWords);
  const id = useId();
  return (
    <div
      className="field"
      role="group"
      aria-labelledby={id}
      {...(name === 'urgency' && { 'data-first-field': '' })}
    >
      <span id={id} className="field-label">
        {sla(name)}
      </span>
      <Radio.Group
        aria-labelledby={id}
        optionType="button"
        buttonStyle="solid"
        name={name}
        value={value}
        onChange={({ target }) => onChange(target.value as Severity['urgency'])}
        options={LEVELS.map((level) => ({ value: level, label: sla(`level.${level}`) }))}
      />
    </div>
  );
}
