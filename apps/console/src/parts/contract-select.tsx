import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { answered, everyItem } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useWords, words } from '~/words/words';

export type ContractLine = components['schemas']['ContractSummary'];

const selectWords = words({
  en: { placeholder: 'Search by number or client', none: 'No contract fits' },
  'zh-CN': { placeholder: '按合同编号或客户名称查找', none: '没有符合的合同' },
});

interface Props {
  /** Within a field of a form these three come from it. */
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (contract: string) => void;
  readonly status?: ContractLine['status'];
  readonly clock?: ContractLine['clock'];
  readonly placeholder?: string;
  readonly className?: string;
  /** Where none need be chosen. */
  readonly onClear?: () => void;
}

/** One contract out of all that the account reaches, found by typing. */
export function ContractSelect({
  id,
  value,
  onChange,
  status,
  clock,
  placeholder,
  className = 'wide',
  onClear,
}: Props) {
  const t = useWords(selectWords);
  const { data = [], isPending } = useContracts(status, clock);
  return (
    <Select
      {...(id !== undefined && { id })}
      className={className}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      onChange={(next: string | null) => next !== null && onChange?.(next)}
      loading={isPending}
      placeholder={placeholder ?? t('placeholder')}
      {...(onClear && { allowClear: true, onClear })}
      notFoundContent={isPending ? null : t('none')}
      options={data.map((each) => ({ value: each.id, label: `${each.id} · ${each.clientName}` }))}
    />
  );
}

/** All contracts in reach, the latest first. */
export function useContracts(status?: ContractLine['status'], clock?: ContractLine['clock']) {
  const filter = { ...(status && { status }), ...(clock && { clock }) };
  return useQuery({
    queryKey: ['get', '/api/v1/contracts', { params: { query: { ...filter, order: 'desc' } } }, 'every'],
    queryFn: async () => {
      const all: ContractLine[] = [];
      const pages = everyItem((query) =>
        answered(
          client.GET('/api/v1/contracts', { params: { query: { ...filter, order: 'desc', ...query } } }),
        ),
      );
      for await (const contract of pages) all.push(contract);
      return all;
    },
  });
}
