import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Forbidden } from '~/app/dead-ends';
import { Asked } from '~/parts/asked';
import { PageHead } from '~/parts/page-head';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { Wizard } from './wizard';
import { newWords } from './words';

/** Drafts a contract from a template. */
export function NewContractPage() {
  const t = useWords(newWords);
  const may = useMay();
  const policy = api.useQuery('get', '/api/v1/policy', {}, { staleTime: Infinity });
  const templates = api.useQuery('get', '/api/v1/templates', {
    params: { query: { state: 'published', limit: 200 } },
  });
  if (policy.data && !may('POST /api/v1/contracts')) return <Forbidden />;
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      <Asked query={templates} rows={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Teach title={t('noTemplates')} help={t('noTemplatesHelp')} />
          ) : (
            <Wizard templates={items} />
          )
        }
      </Asked>
    </>
  );
}
