import { Link, useParams, useSearch } from '@tanstack/react-router';
import { api } from '~/api/api';
import { type Route, useMay } from '~/api/policy';
import { ContractLink } from '~/parts/contract-link';
import { PageHead } from '~/parts/page-head';
import '~/parts/sla.css';
import { useWords } from '~/words/words';
import './audit.css';
import { Decisions } from './decisions';
import { EntryDrawer } from './entry-drawer';
import { Happenings } from './happenings';
import { LedgerTable } from './ledger-table';
import { ProofTab } from './proof-tab';
import { ReceiptDrawer } from './receipt-drawer';
import { type AuditTab, TABS } from './routes';
import { Runs } from './runs';
import { type OfContract } from './shared';
import { auditWords } from './words';

const ROUTES: Readonly<Record<AuditTab, Route>> = {
  decisions: 'GET /api/v1/contracts/:contract/receipts',
  ledger: 'GET /api/v1/contracts/:contract/ledger',
  happenings: 'GET /api/v1/contracts/:contract/histories/timeline',
  runs: 'GET /api/v1/contracts/:contract/histories',
  proof: 'GET /api/v1/contracts/:contract/ledger/proof',
};

/** A contract for whoever doubts: what was decided, on which ground, and that nothing was changed. */
export function ContractAuditPage() {
  const t = useWords(auditWords);
  const may = useMay();
  const { contract } = useParams({ from: '/shell/contracts/$contract/audit' });
  const { tab = 'decisions', receipt, entry } = useSearch({ from: '/shell/contracts/$contract/audit' });
  const { data } = api.useQuery('get', '/api/v1/contracts/{contract}', { params: { path: { contract } } });
  const of: OfContract = { contract, zone: data?.terms.zone ?? 'Asia/Shanghai' };
  return (
    <>
      <PageHead
        title={t('contractTitle', { contract })}
        about={
          <>
            {t('backTo')} <ContractLink contract={contract} /> · {t('contractAbout')}
          </>
        }
      />
      <nav className="tabs" aria-label={t('parts')}>
        {TABS.filter((each) => may(ROUTES[each])).map((each) => (
          <Link
            key={each}
            to="/contracts/$contract/audit"
            params={{ contract }}
            search={{ tab: each }}
            className={each === tab ? 'tab is-here' : 'tab'}
            aria-current={each === tab ? 'page' : undefined}
          >
            {t(`tab.${each}`)}
          </Link>
        ))}
      </nav>
      {may(ROUTES[tab]) && <Content tab={tab} of={of} />}
      {receipt !== undefined && <ReceiptDrawer {...of} receipt={receipt} />}
      {entry !== undefined && <EntryDrawer {...of} entry={entry} />}
    </>
  );
}

function Content({ tab, of }: { readonly tab: AuditTab; readonly of: OfContract }) {
  switch (tab) {
    case 'decisions':
      return <Decisions {...of} />;
    case 'ledger':
      return <LedgerTable {...of} />;
    case 'happenings':
      return <Happenings {...of} />;
    case 'runs':
      return <Runs {...of} />;
    case 'proof':
      return <ProofTab {...of} />;
  }
}
