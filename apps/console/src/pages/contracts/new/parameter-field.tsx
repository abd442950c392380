import { Form, Input, InputNumber, Select } from 'antd';
import { usePicked } from '~/parts/picked';
import { useFormats } from '~/words/formats';
import { useLanguage, useWords } from '~/words/words';
import { yuanOf } from '../contract/yuan';
import { type Parameter, parameterText } from '../contract/parameters';
import { BilingualInput, isBilingual } from './bilingual-input';
import { newWords } from './words';

interface Props {
  readonly parameter: Parameter;
  /** Where the value in force is changed, that is what stands for the usual one. */
  readonly usual?: string | number | null;
}

/** A parameter of the template: its label, what is allowed, its usual value. */
export function ParameterField({ parameter, usual = parameter.default }: Props) {
  const t = useWords(newWords);
  const picked = usePicked();
  const language = useLanguage();
  const { name, label, help, required, type } = parameter;
  const range = useRange(parameter);
  const usualText = usual === null ? null : t('usual', { value: parameterText(parameter, usual, language) });
  const isLong = type === 'text' || type === 'enum';
  return (
    <Form.Item
      name={['parameters', name]}
      label={picked(label)}
      {...(isLong && { className: 'is-long' })}
      extra={
        <>
          {picked(help)} {range} {!required && type !== 'text' && usualText}
        </>
      }
      rules={required && usual === null ? [{ required: true, message: t('needed') }] : []}
      {...(type === 'money' && { normalize: (text: string) => text, validateTrigger: 'onBlur' })}
    >
      <Control parameter={parameter} usual={usual} />
    </Form.Item>
  );
}

function useRange({ type, minimum, maximum, moreThan }: Parameter): string {
  const t = useWords(newWords);
  const { money } = useFormats();
  if (type === 'text' || type === 'enum' || type === 'zone' || type === 'date') return '';
  const text = (bound: string | number | null) => {
    if (bound === null) return '';
    return type === 'money' ? money(String(bound)) : String(bound);
  };
  if (moreThan !== null) return t('range.more', { minimum: text(moreThan), maximum: text(maximum) });
  if (minimum !== null && maximum !== null)
    return t('range.both', { minimum: text(minimum), maximum: text(maximum) });
  return maximum === null ? '' : t('range.atMost', { maximum: text(maximum) });
}

interface ControlProps {
  readonly parameter: Parameter;
  readonly usual: string | number | null;
  /** The form gives these. */
  readonly id?: string;
  readonly value?: string | number | null;
  readonly onChange?: (value: string | number | null) => void;
}

function Control(props: ControlProps) {
  const { parameter, usual, id, value, onChange } = props;
  const unit = useUnit(parameter);
  const text = {
    ...(id !== undefined && { id }),
    value: value ?? '',
    placeholder: usual === null ? '' : String(usual),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onChange?.(target.value),
  };
  switch (parameter.type) {
    case 'integer':
      return <WholeNumber {...props} unit={unit} />;
    case 'decimal':
      return <Input {...text} inputMode="decimal" suffix={unit} />;
    case 'money':
      return (
        <Input
          {...text}
          inputMode="decimal"
          prefix="¥"
          onBlur={({ target }) => target.value !== '' && onChange?.(yuanOf(target.value))}
        />
      );
    case 'date':
      return <Input {...text} type="date" max={String(parameter.maximum ?? '2099-12-31')} />;
    case 'enum':
    case 'zone':
      return <Choice {...props} />;
    case 'text':
      return isBilingual(usual) ? (
        <BilingualInput
          {...(id !== undefined && { id })}
          {...(value !== undefined && { value })}
          {...(onChange && { onChange })}
          usual={String(usual)}
          maximum={Number(parameter.maximum ?? 2000)}
        />
      ) : (
        <Input {...text} maxLength={Number(parameter.maximum ?? 2000)} />
      );
  }
}

function WholeNumber({
  parameter,
  usual,
  unit,
  id,
  value,
  onChange,
}: ControlProps & { readonly unit: string }) {
  return (
    <InputNumber
      {...(id !== undefined && { id })}
      value={value ?? null}
      placeholder={usual === null ? '' : String(usual)}
      precision={0}
      {...(parameter.minimum !== null && { min: Number(parameter.minimum) })}
      {...(parameter.maximum !== null && { max: Number(parameter.maximum) })}
      className="full-width"
      suffix={unit}
      onChange={(number) => onChange?.(number)}
    />
  );
}

function Choice({ parameter, usual, id, value, onChange }: ControlProps) {
  const picked = usePicked();
  const options =
    parameter.type === 'zone'
      ? Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))
      : Object.entries(parameter.values ?? {}).map(([key, label]) => ({ value: key, label: picked(label) }));
  return (
    <Select
      {...(id !== undefined && { id })}
      showSearch={parameter.type === 'zone'}
      value={value ?? usual}
      options={options}
      onChange={(key) => onChange?.(key)}
    />
  );
}

function useUnit({ unit }: Parameter): string {
  const t = useWords(newWords);
  if (unit === null) return '';
  return unit in newWords.en.unit ? t(`unit.${unit as keyof (typeof newWords)['en']['unit']}`) : unit;
}
