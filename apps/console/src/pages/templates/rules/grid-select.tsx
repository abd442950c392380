import { Select } from 'antd';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A cell that is chosen; what stands there stays even where it is none of the choices. */
export function GridSelect({ label, value, choices, onChange }: Props) {
  const isKnown = choices.some((choice) => choice.value === value);
  const all = isKnown || value === '' ? choices : [{ value, label: value }, ...choices];
  return (
    <Select
      className="grid-field"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={value}
      options={all.map((each) => ({ ...each }))}
      onChange={onChange}
    />
  );
}
