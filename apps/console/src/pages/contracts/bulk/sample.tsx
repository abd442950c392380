import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/api';
import { usePicked } from '~/parts/picked';
import { saveBytes } from '~/parts/save-file';
import { useWords } from '~/words/words';
import { type Template } from '../contract/parameters';
import { PARTY_FIELDS } from '../contract/party-words';
import { csvRow } from './csv';
import { bulkWords } from './words';

/** A CSV file with the columns that a template asks for, to be filled in with a spreadsheet. */
export function SampleButton() {
  const t = useWords(bulkWords);
  const picked = usePicked();
  const queries = useQueryClient();
  const { data } = api.useQuery('get', '/api/v1/templates');
  const save = async (template: string) => {
    const options = api.queryOptions('get', '/api/v1/templates/{template}', {
      params: { path: { template } },
    });
    const text = sampleOf(await queries.fetchQuery(options));
    // With the mark by which spreadsheets know that it is UTF-8.
    saveBytes(new TextEncoder().encode(`\uFEFF${text}`), `${template}.csv`, 'text/csv;charset=utf-8');
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: (data?.items ?? []).map(({ id, title }) => ({ key: id, label: picked(title) })),
        onClick: ({ key }) => void save(key),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />}>{t('sample')}</Button>
    </Dropdown>
  );
}

function sampleOf({ id, version, parameters }: Template): string {
  const parties = (['client', 'provider'] as const).flatMap((party) =>
    PARTY_FIELDS.map((field) => [`parties.${party}.${field}`, ''] as const),
  );
  const columns = [
    ['reference', 'order-1'] as const,
    ['template', id] as const,
    ['templateVersion', version] as const,
    ['clientId', 'client-1'] as const,
    ...parties,
    ...parameters.map(({ name, default: usual }) => [`parameters.${name}`, String(usual ?? '')] as const),
  ];
  const rows = [columns.map(([name]) => name), columns.map(([, value]) => value)];
  return `${rows.map(csvRow).join('\r\n')}\r\n`;
}
