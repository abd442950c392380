import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Segmented, Select } from 'antd';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { type ContractsSearch, STATUSES } from './search';
import { listWords } from './words';
import './list.css';

/** What narrows the list down stands in the address, so that a view can be handed on. */
export function ContractFilters({ search }: { readonly search: ContractsSearch }) {
  const t = useWords(listWords);
  const common = useWords(commonWords);
  const navigate = useNavigate();
  const [clientId, setClientId] = useState(search.clientId ?? '');
  const narrow = (change: Partial<Record<keyof ContractsSearch, string | undefined>>) =>
    void navigate({ to: '/contracts', search: kept({ ...search, ...change }), replace: true });
  return (
    <Form layout="vertical" className="list-filters" component="div">
      <Form.Item label={t('number')} htmlFor="open-number">
        <Input.Search
          id="open-number"
          allowClear
          placeholder={t('numberHint')}
          onSearch={(id) =>
            id.trim() !== '' && void navigate({ to: '/contracts/$contract', params: { contract: id.trim() } })
          }
        />
      </Form.Item>
      <Form.Item label={t('status')} htmlFor="filter-status">
        <Select
          id="filter-status"
          value={search.status ?? ''}
          options={[
            { value: '', label: t('allStatuses') },
            ...STATUSES.map((value) => ({ value, label: common(`contractStatus.${value}`) })),
          ]}
          onChange={(status) => narrow({ status: status === '' ? undefined : status })}
        />
      </Form.Item>
      <Form.Item label={t('clientId')} htmlFor="filter-client">
        <Input
          id="filter-client"
          allowClear
          placeholder={t('clientIdHint')}
          value={clientId}
          onChange={({ target }) => {
            setClientId(target.value);
            if (target.value === '') narrow({ clientId: undefined });
          }}
          onPressEnter={() => narrow({ clientId: clientId.trim() })}
          onBlur={() => narrow({ clientId: clientId.trim() })}
        />
      </Form.Item>
      <Form.Item label={t('clock')}>
        <Segmented
          aria-label={t('clock')}
          value={search.clock ?? 'both'}
          options={(['both', 'real', 'manual'] as const).map((value) => ({ value, label: t(value) }))}
          onChange={(value) => narrow({ clock: value === 'both' ? undefined : value })}
        />
      </Form.Item>
    </Form>
  );
}

/** Only what was chosen stands in the address. */
function kept(search: Readonly<Record<string, unknown>>): ContractsSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ''),
  );
}
