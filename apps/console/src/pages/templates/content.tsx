import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useLanguage, useWords } from '~/words/words';
import { RuleSets } from './rule-sets';
import { templateWords } from './words';

type Template = components['schemas']['Template'];
type Parameter = Template['parameters'][number];

interface Props {
  readonly template: string;
  readonly version: string;
}

/** What a contract of this version prints, and what can be set for it. */
export function Content({ template, version }: Props) {
  const language = useLanguage();
  const query = api.useQuery('get', '/api/v1/templates/{template}', {
    params: { path: { template }, query: { version, language } },
  });
  return (
    <Asked query={query} rows={12}>
      {(data) => (
        <>
          <Parameters rows={data.parameters} />
          <RuleSets rules={data.rules} />
          <Clauses clauses={data.clauses} />
        </>
      )}
    </Asked>
  );
}

function Parameters({ rows }: { readonly rows: readonly Parameter[] }) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const columns: Column<Parameter>[] = [
    {
      key: 'name',
      title: t('parameter'),
      cell: ({ name, label, help }) => (
        <>
          {label[language]} <code className="text-secondary">{name}</code>
          <div className="text-secondary">{help[language]}</div>
        </>
      ),
    },
    { key: 'clause', title: t('clause'), isExtra: true, cell: ({ clause }) => clause },
    {
      key: 'usual',
      title: t('usual'),
      cell: ({ required, default: usual, values, unit }) =>
        required ? <Secondary>{t('required')}</Secondary> : usualText(usual, values, unit, language),
    },
    { key: 'limits', title: t('limits'), isExtra: true, cell: (row) => limitsText(row, language) },
  ];
  return (
    <Panel title={t('parameters')}>
      <DataTable caption={t('parameters')} columns={columns} rows={rows} rowKey={({ name }) => name} />
    </Panel>
  );
}

function usualText(
  usual: Parameter['default'],
  values: Parameter['values'],
  unit: Parameter['unit'],
  language: 'en' | 'zh-CN',
): string {
  const words = values?.[String(usual)]?.[language];
  // A text that gives both languages takes its own.
  const own = String(usual ?? '').split(' || ');
  return words ?? [language === 'en' ? (own[1] ?? own[0]) : own[0], unit].filter(Boolean).join(' ');
}

function limitsText(
  { minimum, moreThan, maximum, values, type }: Parameter,
  language: 'en' | 'zh-CN',
): string {
  if (values)
    return Object.values(values)
      .map((each) => each[language])
      .join(' / ');
  if (type === 'text') return '';
  const least = moreThan === null ? minimum : `> ${moreThan}`;
  return [least, maximum].filter((each) => each !== null).join(' – ');
}

function Clauses({ clauses }: Pick<Template, 'clauses'>) {
  const t = useWords(templateWords);
  return (
    <Panel title={t('clauses')}>
      {clauses.map(({ number, title, text }) => (
        <article key={number} className="clause">
          <h3>
            {number} {title}
          </h3>
          <Flex vertical gap={6}>
            {text.split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Flex>
        </article>
      ))}
    </Panel>
  );
}
