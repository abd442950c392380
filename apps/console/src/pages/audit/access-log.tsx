import { useId, useState } from 'react';
import { Input } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { isOneOf } from '~/words/sla';
import { useWords } from '~/words/words';
import { proofWords } from './proof-words';

type Access = components['schemas']['AccessLogPage']['items'][number];

/** Who has read what. */
export function AccessLog() {
  const t = useWords(proofWords);
  const columns = useColumns();
  const [caller, setCaller] = useState('');
  const [contract, setContract] = useState('');
  const query = {
    order: 'desc' as const,
    ...(caller !== '' && { caller }),
    ...(contract !== '' && { contract }),
  };
  return (
    <Panel
      title={t('access')}
      about={t('accessAbout')}
      extra={
        <div className="audit-filters">
          <Narrow label={t('caller')} any={t('anyCaller')} onChange={setCaller} />
          <Narrow label={t('contract')} any={t('anyContract')} onChange={setContract} />
        </div>
      }
    >
      <PagedTable<Access>
        caption={t('access')}
        columns={columns}
        rowKey={({ id }) => id}
        queryKey={['get', '/api/v1/access-log', { params: { query } }]}
        page={(cursor) =>
          answered(
            client.GET('/api/v1/access-log', {
              params: { query: { ...query, limit: 20, ...(cursor !== undefined && { cursor }) } },
            }),
          )
        }
        empty={<Teach title={t('noAccess')} help={t('noAccessHelp')} />}
      />
    </Panel>
  );
}

interface NarrowProps {
  readonly label: string;
  readonly any: string;
  readonly onChange: (value: string) => void;
}

function Narrow({ label, any, onChange }: NarrowProps) {
  const id = useId();
  const done = (text: string) => onChange(text.trim());
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className="audit-request"
        placeholder={any}
        onPressEnter={({ currentTarget }) => done(currentTarget.value)}
        onBlur={({ currentTarget }) => done(currentTarget.value)}
      />
    </>
  );
}

function useColumns(): readonly Column<Access>[] {
  const t = useWords(proofWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  return [
    { key: 'at', title: t('at'), cell: ({ at }) => formats.instant(at) },
    {
      key: 'caller',
      title: t('caller'),
      cell: ({ caller, role }) => (
        <>
          {caller}
          <div>
            <Secondary>{isOneOf(commonWords.en.role, role) ? common(`role.${role}`) : role}</Secondary>
          </div>
        </>
      ),
    },
    { key: 'route', title: t('route'), cell: ({ route }) => <code className="fingerprint">{route}</code> },
    { key: 'ids', title: t('ids'), isExtra: true, cell: ({ ids }) => Object.values(ids).join(' · ') },
  ];
}
