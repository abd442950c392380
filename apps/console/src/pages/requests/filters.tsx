import { useId } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { ContractSelect } from '~/parts/contract-select';
import { slaWords, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { type RequestsSearch } from './routes';
import { requestsWords } from './words';

/** The filters of both lists stand in the address of the page. */
export function useFilters() {
  const search = useSearch({ from: '/shell/requests' });
  const navigate = useNavigate();
  const set = (change: Partial<Record<keyof RequestsSearch, string | undefined>>) => {
    const next = Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/requests', search: Object.fromEntries(next) as RequestsSearch, replace: true });
  };
  return { search, set };
}

interface Choice {
  readonly label: string;
  readonly value: string | undefined;
  readonly any: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

/** One filter: a choice, or none. */
function Filter({ label, value, any, options, onChange }: Choice) {
  const id = useId();
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        value={value ?? ''}
        onChange={(next: string) => onChange(next === '' ? undefined : next)}
        options={[{ value: '', label: any }, ...options]}
        popupMatchSelectWidth={false}
      />
    </div>
  );
}

interface Props {
  readonly sorts: readonly { readonly value: string; readonly label: string }[];
  readonly hasStatus?: boolean;
}

export function Filters({ sorts, hasStatus = false }: Props) {
  const t = useWords(requestsWords);
  const sla = useWords(slaWords);
  const names = useSlaNames();
  const { search, set } = useFilters();
  const [first, ...others] = sorts;
  return (
    <div className="filters" role="group" aria-label={t('filters')}>
      <Filter
        label={t('sort')}
        value={others.some(({ value }) => value === search.sort) ? search.sort : undefined}
        any={first?.label ?? ''}
        options={others}
        onChange={(sort) => set({ sort })}
      />
      {hasStatus && (
        <Filter
          label={t('status')}
          value={search.status}
          any={t('anyStatus')}
          options={(['open', 'paused', 'resolved', 'closed'] as const).map((value) => ({
            value,
            label: sla(`status.${value}`),
          }))}
          onChange={(status) => set({ status })}
        />
      )}
      <Filter
        label={t('priority')}
        value={search.priority}
        any={t('anyPriority')}
        options={['critical', 'high', 'medium', 'low'].map((value) => ({
          value,
          label: names.priority(value),
        }))}
        onChange={(priority) => set({ priority })}
      />
      <Filter
        label={t('clock')}
        value={search.clock}
        any={t('anyClock')}
        options={[
          { value: 'real', label: t('realClock') },
          { value: 'manual', label: t('manualClock') },
        ]}
        onChange={(clock) => set({ clock })}
      />
      <OneContract />
    </div>
  );
}

/** Requests of one contract, or of all. */
function OneContract() {
  const t = useWords(requestsWords);
  const id = useId();
  const { search, set } = useFilters();
  return (
    <div className="filter">
      <label htmlFor={id}>{t('contract')}</label>
      <ContractSelect
        id={id}
        className="filter-contract"
        placeholder={t('anyContract')}
        value={search.contract}
        onChange={(contract) => set({ contract })}
        onClear={() => set({ contract: undefined })}
      />
    </div>
  );
}
