import { Link, Outlet, useParams } from '@tanstack/react-router';
import { api, problemOf } from '~/api/api';
import { Asked } from '~/parts/asked';
import { PageHead } from '~/parts/page-head';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { ContractContext } from './contract';
import { ContractFigures } from './contract-figures';
import { ContractHead } from './contract-head';
import { ContractParts } from './contract-parts';
import { contractWords } from './words';

/** One contract: what stands over all its pages, and below it the page. */
export function ContractLayout() {
  const { contract } = useParams({ from: '/shell/contracts/$contract' });
  const query = api.useQuery('get', '/api/v1/contracts/{contract}', { params: { path: { contract } } });
  if (problemOf(query.error)?.status === 404) return <Unknown contract={contract} />;
  return (
    <Asked query={query} rows={8}>
      {(data) => (
        <ContractContext value={data}>
          <ContractHead />
          <ContractFigures />
          <ContractParts contract={data.id} />
          <Outlet />
        </ContractContext>
      )}
    </Asked>
  );
}

/** No such contract, or one that is none of the account's business: the API says the same of both. */
function Unknown({ contract }: { readonly contract: string }) {
  const t = useWords(contractWords);
  return (
    <>
      <PageHead title={contract} />
      <Teach
        title={t('unknown')}
        help={t('unknownHelp')}
        action={<Link to="/contracts">{t('allContracts')}</Link>}
      />
    </>
  );
}
