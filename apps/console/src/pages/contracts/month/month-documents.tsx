import { Link } from '@tanstack/react-router';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { DocumentsTable } from '../documents/documents-table';
import { monthWords } from './words';

/** The papers of the month: those that go by it, and the report as it was submitted. */
export function MonthDocuments({ period }: { readonly period: string }) {
  const t = useWords(monthWords);
  const { id: contract, clock } = useContract();
  const ofKey = (key: string) => ({ params: { path: { contract }, query: { key, limit: 200 } } });
  const own = api.useQuery('get', '/api/v1/contracts/{contract}/documents', ofKey(period));
  const submitted = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/documents',
    ofKey(`${period}-submitted`),
  );
  const toDocuments = (
    <Link to="/contracts/$contract/documents" params={{ contract }}>
      {t('toDocuments')}
    </Link>
  );
  return (
    <Panel title={t('documents')}>
      <Asked query={own}>
        {({ items }) => (
          <DocumentsTable
            documents={[...items, ...(submitted.data?.items ?? [])]}
            empty={
              <Teach
                title={t('noDocuments')}
                help={clock === 'manual' ? t('asleep') : t('noDocumentsHelp')}
                action={toDocuments}
              />
            }
          />
        )}
      </Asked>
    </Panel>
  );
}
