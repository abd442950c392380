import { Button, Input, InputNumber, Select } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useLanguage, useWords } from '~/words/words';
import { type Override } from './variant-files';
import { templateWords } from './words';

type Parameter = components['schemas']['Template']['parameters'][number];
type All = Readonly<Record<string, Override>>;

interface Props {
  readonly base: { readonly id: string; readonly version: string };
  readonly overrides: All;
  readonly onChange: (overrides: All) => void;
}

/** What a variant has otherwise than its base, parameter by parameter. */
export function Overrides({ base, overrides, onChange }: Props) {
  const t = useWords(templateWords);
  const template = api.useQuery('get', '/api/v1/templates/{template}', {
    params: { path: { template: base.id }, query: { version: base.version } },
  });
  return (
    <Panel title={t('overrides')} about={t('overridesHelp')}>
      <Asked query={template}>
        {({ parameters }) => <Table parameters={parameters} overrides={overrides} onChange={onChange} />}
      </Asked>
    </Panel>
  );
}

interface TableProps extends Omit<Props, 'base'> {
  readonly parameters: readonly Parameter[];
}

function Table({ parameters, overrides, onChange }: TableProps) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const set = (name: string, override: Override) => onChange({ ...overrides, [name]: override });
  const remove = (name: string) =>
    onChange(Object.fromEntries(Object.entries(overrides).filter(([each]) => each !== name)));
  const columns = useColumns(overrides, set, remove);
  const others = parameters.filter(({ name }) => !(name in overrides));
  return (
    <>
      <DataTable
        caption={t('overrides')}
        columns={columns}
        rows={parameters.filter(({ name }) => name in overrides)}
        rowKey={({ name }) => name}
        empty={<Teach title={t('asBase')} help={t('overridesHelp')} />}
      />
      <Select
        className="form-end wide-field"
        aria-label={t('changeParameter')}
        placeholder={t('changeParameter')}
        showSearch={{ optionFilterProp: 'label' }}
        value={null}
        options={others.map(({ name, label }) => ({ value: name, label: `${label[language]} (${name})` }))}
        onChange={(name: string | null) => name && set(name, {})}
      />
    </>
  );
}

function useColumns(
  overrides: All,
  set: (name: string, override: Override) => void,
  remove: (name: string) => void,
): Column<Parameter>[] {
  const t = useWords(templateWords);
  const language = useLanguage();
  const member = (key: keyof Override): Column<Parameter> => ({
    key,
    title: t(key),
    cell: (row) => (
      <Value
        parameter={row}
        label={`${row.label[language]}: ${t(key)}`}
        value={overrides[row.name]?.[key]}
        onChange={(value) => set(row.name, withMember(overrides[row.name] ?? {}, key, value))}
      />
    ),
  });
  return [
    {
      key: 'name',
      title: t('parameter'),
      cell: ({ name, label }) => (
        <>
          {label[language]}
          <div className="text-secondary">
            <code>{name}</code>
          </div>
        </>
      ),
    },
    member('fixed'),
    member('default'),
    member('minimum'),
    member('maximum'),
    {
      key: 'remove',
      title: '',
      cell: ({ name }) => (
        <Button type="link" danger onClick={() => remove(name)} aria-label={`${t('remove')} ${name}`}>
          {t('remove')}
        </Button>
      ),
    },
  ];
}

function withMember(override: Override, key: keyof Override, value: string | number | undefined): Override {
  const { [key]: _, ...rest } = override;
  return value === undefined ? rest : { ...rest, [key]: value };
}

interface ValueProps {
  readonly parameter: Parameter;
  readonly label: string;
  readonly value: string | number | undefined;
  readonly onChange: (value: string | number | undefined) => void;
}

/** A value of a parameter by its type: whole numbers as numbers, everything else as text, as templates have it. */
function Value({ parameter: { type, values }, label, value, onChange }: ValueProps) {
  const language = useLanguage();
  if (type === 'integer')
    return (
      <InputNumber
        aria-label={label}
        value={value === undefined ? null : Number(value)}
        precision={0}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  if (values)
    return (
      <Select
        aria-label={label}
        allowClear
        className="value-field"
        value={value === undefined ? null : String(value)}
        options={Object.entries(values).map(([key, words]) => ({ value: key, label: words[language] }))}
        onChange={(next: string | null) => onChange(next ?? undefined)}
      />
    );
  return (
    <Input
      aria-label={label}
      className="value-field"
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}
