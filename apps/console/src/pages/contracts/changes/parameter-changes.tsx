import { Form, Select } from 'antd';
import { usePicked } from '~/parts/picked';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { type ParameterValue } from '../contract/parameters';
import { useTemplateOf } from '../contract/service-words';
import { ParameterField } from '../new/parameter-field';
import { changesWords } from './words';

/** What the form holds of parameters that change: which, and to what. */
export interface ParameterChanges {
  readonly changing?: readonly string[];
  readonly parameters?: Readonly<Record<string, ParameterValue | null | undefined>>;
}

const NONE: readonly string[] = [];

/** Of some sixty terms one or two change: those are chosen by name, each with what is in force. */
export function ParameterChangeFields({ without = NONE }: { readonly without?: readonly string[] }) {
  const t = useWords(changesWords);
  const picked = usePicked();
  const template = useTemplateOf();
  const { terms } = useContract();
  const changing = Form.useWatch<readonly string[] | undefined>('changing') ?? [];
  const all = (template?.parameters ?? []).filter(({ name }) => !without.includes(name));
  return (
    <>
      <Form.Item name="changing" label={t('whichChange')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('whichHint')}
          options={all.map(({ name, label, clause }) => ({
            value: name,
            label: `${clause} ${picked(label)}`,
          }))}
        />
      </Form.Item>
      {all
        .filter(({ name }) => changing.includes(name))
        .map((parameter) => (
          <ParameterField
            key={parameter.name}
            parameter={parameter}
            usual={terms.parameters[parameter.name] ?? parameter.default}
          />
        ))}
    </>
  );
}

/** Those that were chosen and filled in. */
export function changedParameters({ changing = [], parameters = {} }: ParameterChanges) {
  return Object.fromEntries(
    changing.flatMap((name) => {
      const value = parameters[name];
      return value === undefined || value === null || value === '' ? [] : [[name, value]];
    }),
  );
}
