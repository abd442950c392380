import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { useSession } from '~/api/session';
import { PageHead } from '~/parts/page-head';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { useContractColumns } from './columns';
import { ContractFilters } from './filters';
import { type ContractsSearch } from './search';
import { listWords } from './words';

/** All contracts that one may see. */
export function ContractsPage() {
  const t = useWords(listWords);
  const common = useWords(commonWords);
  const may = useMay();
  const search = useSearch({ from: '/shell/contracts' });
  const columns = useContractColumns();
  const mayDraft = may('POST /api/v1/contracts');
  return (
    <>
      <PageHead
        title={common('contracts')}
        about={t('about')}
        extra={
          <>
            {may('GET /api/v1/operations') && <BulkButton />}
            {mayDraft && <NewButton />}
          </>
        }
      />
      <Panel title={t('filters')}>
        <ContractFilters search={search} />
      </Panel>
      <Panel title={common('contracts')}>
        <PagedTable
          caption={common('contracts')}
          columns={columns}
          rowKey={({ id }) => id}
          queryKey={['get', '/api/v1/contracts', { params: { query: search } }]}
          page={(cursor) => contractsPage(search, cursor)}
          empty={<NothingThere search={search} mayDraft={mayDraft} />}
        />
      </Panel>
    </>
  );
}

function contractsPage(search: ContractsSearch, cursor: string | undefined) {
  const query = { ...search, limit: 50, ...(cursor !== undefined && { cursor }) };
  return answered(client.GET('/api/v1/contracts', { params: { query } }));
}

function BulkButton() {
  const t = useWords(listWords);
  const navigate = useNavigate();
  return <Button onClick={() => void navigate({ to: '/contracts/bulk' })}>{t('bulk')}</Button>;
}

function NewButton() {
  const t = useWords(listWords);
  const navigate = useNavigate();
  return (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => void navigate({ to: '/contracts/new' })}
    >
      {t('new')}
    </Button>
  );
}

interface NothingProps {
  readonly search: ContractsSearch;
  readonly mayDraft: boolean;
}

function NothingThere({ search, mayDraft }: NothingProps) {
  const t = useWords(listWords);
  const { role } = useSession();
  if (Object.keys(search).length > 0) {
    const clear = (
      <Link to="/contracts" search={{}}>
        {t('clear')}
      </Link>
    );
    return <Teach title={t('noMatch')} help={t('noMatchHelp')} action={clear} />;
  }
  const help = role === 'party' ? t('nothingForParty') : t('nothingHelp');
  return <Teach title={t('nothing')} help={help} action={mayDraft && <NewButton />} />;
}
