import { Link } from '@tanstack/react-router';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { useUntil } from '~/parts/until';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { type Tracker } from './termination-page';
import { terminationWords } from './words';

type Agreement = Tracker['agreements'][number];

/** Agreements to end the contract that went out for signing; nothing where none did. */
export function AgreementsPanel({ agreements }: { readonly agreements: readonly Agreement[] }) {
  const t = useWords(terminationWords);
  const until = useUntil();
  const { id: contract, terms } = useContract();
  if (agreements.length === 0) return null;
  const columns: Column<Agreement>[] = [
    { key: 'id', title: t('agreementId'), cell: ({ agreement }) => agreement },
    { key: 'status', title: t('state'), cell: ({ status }) => t(`agreementStatus.${status}`) },
    { key: 'ends', title: t('effective'), cell: ({ effectiveAt }) => until(effectiveAt, terms.zone) },
    { key: 'reason', title: t('reason'), isExtra: true, cell: ({ reason }) => reason },
  ];
  return (
    <Panel
      title={t('agreements')}
      about={t('agreementsAbout')}
      extra={
        <Link to="/contracts/$contract/signing" params={{ contract }}>
          {t('toSigning')}
        </Link>
      }
    >
      <DataTable
        caption={t('agreements')}
        columns={columns}
        rows={agreements}
        rowKey={({ agreement }) => agreement}
      />
    </Panel>
  );
}
