import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { useMay } from '~/api/policy';
import { type Column } from '~/parts/data-table';
import { PagedTable } from '~/parts/paged-table';
import { PageHead } from '~/parts/page-head';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useLanguage, useWords } from '~/words/words';
import { NewVariant } from './new-variant';
import { StateTag } from './state-tag';
import { templateWords } from './words';

type Row = components['schemas']['TemplateList']['items'][number];

const PATH = '/api/v1/templates';

/** All templates, each with its versions. */
export function TemplatesPage() {
  const t = useWords(templateWords);
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const columns = useColumns();
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('about')}
        extra={
          may('POST /api/v1/templates') && (
            <Button type="primary" onClick={() => setAsking(true)}>
              {t('newVariant')}
            </Button>
          )
        }
      />
      <section className="panel panel-body">
        <PagedTable
          caption={t('list')}
          columns={columns}
          rowKey={({ id }) => id}
          queryKey={['get', PATH, {}]}
          page={(cursor) => answered(client.GET(PATH, { params: { query: { ...(cursor && { cursor }) } } }))}
          empty={<Teach title={t('empty')} help={t('emptyHelp')} />}
        />
      </section>
      <NewVariant isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  );
}

function useColumns(): Column<Row>[] {
  const t = useWords(templateWords);
  const language = useLanguage();
  return [
    {
      key: 'template',
      title: t('template'),
      cell: ({ id, version, title, description }) => (
        <>
          <Link to="/templates/$template/$version" params={{ template: id, version }}>
            {title[language]}
          </Link>{' '}
          <Secondary>{id}</Secondary>
          <div className="text-secondary">{description[language]}</div>
        </>
      ),
    },
    {
      key: 'versions',
      title: t('versions'),
      cell: ({ id, versions }) => (
        <Flex vertical gap={4}>
          {versions.map(({ version, state, origin }) => (
            <Flex key={version} gap={6} align="center" wrap>
              <Link to="/templates/$template/$version" params={{ template: id, version }}>
                {version}
              </Link>
              <StateTag state={state} />
              {origin === 'shipped' && <Secondary>{t('shipped')}</Secondary>}
            </Flex>
          ))}
        </Flex>
      ),
    },
  ];
}
