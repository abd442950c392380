import { Tag, Tooltip } from 'antd';
import { type components } from '#client/openapi';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';

export type ContractStatus = components['schemas']['ContractSummary']['status'];

const COLOURS: Readonly<Record<ContractStatus, string>> = {
  draft: 'default',
  signing: 'processing',
  signed: 'processing',
  active: 'success',
  declined: 'error',
  withdrawn: 'default',
  lapsed: 'warning',
  terminated: 'error',
  expired: 'warning',
  closed: 'default',
};

export function ContractStatusTag({ status }: { readonly status: ContractStatus }) {
  const t = useWords(commonWords);
  return <Tag color={COLOURS[status]}>{t(`contractStatus.${status}`)}</Tag>;
}

/** Says that a contract is a rehearsal; nothing for one that is real. */
export function ClockTag({ clock }: { readonly clock: 'real' | 'manual' }) {
  const t = useWords(commonWords);
  if (clock === 'real') return null;
  return (
    <Tooltip title={t('rehearsalHelp')}>
      <Tag className="rehearsal">{t('rehearsal')}</Tag>
    </Tooltip>
  );
}
