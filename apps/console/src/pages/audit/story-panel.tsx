import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Secondary } from '~/parts/text';
import { useLanguage, useWords } from '~/words/words';
import { differenceWords, storyWords } from './story-words';

type Story = components['schemas']['ContractStory'];
type Difference = Story['differences'][number];

/** Whether histories, ledger, what is shown and documents say the same, when it is asked for: all of them are read. */
export function StoryPanel({ contract }: { readonly contract: string }) {
  const t = useWords(storyWords);
  const check = useMutation({
    mutationFn: (histories: 'true' | 'false') =>
      answered(
        client.GET('/api/v1/contracts/{contract}/story', {
          params: { path: { contract }, query: { histories } },
        }),
      ),
  });
  return (
    <Panel
      title={t('title')}
      about={t('about')}
      extra={
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate('true')}>
          {t('check')}
        </Button>
      }
    >
      <div aria-live="polite">
        {check.isPending && <Secondary>{t('running')}</Secondary>}
        {check.error !== null && (
          <>
            <ProblemAlert error={check.error} />
            <Button onClick={() => check.mutate('false')}>{t('without')}</Button>
          </>
        )}
        {check.data && <Found story={check.data} />}
      </div>
    </Panel>
  );
}

function Found({ story }: { readonly story: Story }) {
  const t = useWords(storyWords);
  const language = useLanguage();
  const { differences, entries, decisions, documents, histories } = story;
  const read =
    histories === null
      ? t('readWithout', { entries, decisions, documents })
      : t('read', { entries, decisions, documents, histories });
  if (differences.length === 0) return <Alert type="success" showIcon title={t('one')} description={read} />;
  const columns: Column<Difference>[] = [
    {
      key: 'kind',
      title: t('kind'),
      cell: ({ kind, meaning }) => (
        <>
          {language === 'en' ? meaning : differenceWords[kind]}
          <div>
            <code className="text-secondary">{kind}</code>
          </div>
        </>
      ),
    },
    { key: 'where', title: t('where'), cell: ({ where }) => where },
    { key: 'detail', title: t('detail'), cell: ({ detail }) => detail },
  ];
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t('differ', { count: differences.length })}
        description={`${read} ${t('notRepaired')}`}
      />
      <DataTable
        caption={t('differ', { count: differences.length })}
        columns={columns}
        rows={differences}
        rowKey={({ kind, where, detail }) => `${kind} ${where} ${detail}`}
      />
    </>
  );
}
