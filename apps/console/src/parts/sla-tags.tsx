import { Tag } from 'antd';
import { type components } from '#client/openapi';
import { slaWords, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';

export type RequestStatus = components['schemas']['RequestSummary']['status'];
export type Outcome = components['schemas']['RequestSummary']['targets'][number]['outcome'];

const PRIORITIES: Readonly<Record<string, string>> = { critical: 'error', high: 'warning', medium: 'blue' };
const STATUSES: Readonly<Record<RequestStatus, string>> = {
  open: 'blue',
  paused: 'warning',
  resolved: 'success',
  closed: 'default',
};
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  pending: 'blue',
  met: 'success',
  missed: 'error',
  withdrawn: 'default',
};
/** Colour is never the only sign. */
const SIGNS: Readonly<Record<Outcome, string>> = { pending: '', met: '✓ ', missed: '✗ ', withdrawn: '' };

export function PriorityTag({ priority }: { readonly priority: string }) {
  const names = useSlaNames();
  return <Tag color={PRIORITIES[priority] ?? 'default'}>{names.priority(priority)}</Tag>;
}

export function RequestStatusTag({ status }: { readonly status: RequestStatus }) {
  const t = useWords(slaWords);
  return <Tag color={STATUSES[status]}>{t(`status.${status}`)}</Tag>;
}

interface OutcomeProps {
  readonly outcome: Outcome;
  /** Of which target. */
  readonly kind?: string;
}

export function OutcomeTag({ outcome, kind }: OutcomeProps) {
  const t = useWords(slaWords);
  const names = useSlaNames();
  return (
    <Tag color={OUTCOMES[outcome]}>
      {SIGNS[outcome]}
      {kind === undefined ? '' : `${names.target(kind)} · `}
      {t(`outcome.${outcome}`)}
    </Tag>
  );
}
