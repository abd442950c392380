import { Link } from '@tanstack/react-router';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useLanguage, useWords } from '~/words/words';
import { homeWords } from './words';

interface Row {
  readonly id: string;
  readonly version: string;
  readonly title: string;
}

/** Versions of templates that wait for another person's eyes. */
export function ReviewsPanel() {
  const t = useWords(homeWords);
  const language = useLanguage();
  const templates = api.useQuery('get', '/api/v1/templates', { params: { query: { state: 'inReview' } } });
  const columns: Column<Row>[] = [
    {
      key: 'template',
      title: t('template'),
      cell: ({ id, version, title }) => (
        <Link to="/templates/$template/$version" params={{ template: id, version }}>
          {title}
        </Link>
      ),
    },
    { key: 'version', title: t('version'), cell: ({ version }) => version },
  ];
  return (
    <Panel title={t('reviews')}>
      <Asked query={templates}>
        {({ items }) => (
          <DataTable
            caption={t('reviews')}
            columns={columns}
            rows={items.flatMap(({ id, title, versions }) =>
              versions
                .filter(({ state }) => state === 'inReview')
                .map(({ version }) => ({ id, version, title: title[language] })),
            )}
            rowKey={({ id, version }) => `${id} ${version}`}
            empty={<Teach title={t('reviewsEmpty')} help={t('reviewsEmptyHelp')} />}
          />
        )}
      </Asked>
    </Panel>
  );
}
