import { type Redline } from '#templates/redline';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { useLanguage, useWords } from '~/words/words';
import { compareWords } from './compare-words';
import { type VersionName } from './compared';
import { type ChangedValue, NOTHING, useChangedValues } from './redline-values';
import { templateWords } from './words';

interface Props {
  readonly from: VersionName;
  readonly to: VersionName;
}

/** What one version changes of another: values and rules as a table, then all of it as a text with marks. */
export function RedlineView({ from, to }: Props) {
  const t = useWords(templateWords);
  const own = useWords(compareWords);
  const language = useLanguage();
  const redline = api.useQuery('get', '/api/v1/templates/{template}/diff', {
    params: {
      path: { template: to.template },
      query: { fromTemplate: from.template, from: from.version, to: to.version, language },
    },
  });
  return (
    <Asked query={redline} rows={8}>
      {(data) =>
        data.changed ? (
          <>
            {/* The API says of it only that it is JSON: it is what the templates' own redline gives. */}
            <Values redline={data.redline as Redline} to={to} />
            <Panel title={own('text')}>
              <RedlineText text={data.text} />
            </Panel>
          </>
        ) : (
          <Panel title={own('text')}>
            <Teach title={t('changesNone')} help={t('changesNoneHelp')} />
          </Panel>
        )
      }
    </Asked>
  );
}

interface ValuesProps {
  readonly redline: Redline;
  readonly to: VersionName;
}

function Values({ redline, to: { template, version } }: ValuesProps) {
  const t = useWords(compareWords);
  const language = useLanguage();
  const content = api.useQuery('get', '/api/v1/templates/{template}', {
    params: { path: { template }, query: { version, language } },
  });
  const rows = useChangedValues(content.data?.parameters ?? [])(redline);
  if (rows.length === 0) return null;
  const columns: Column<ChangedValue>[] = [
    {
      key: 'what',
      title: t('what'),
      cell: ({ kind, what }) => (
        <>
          <Secondary>{t(kind)}</Secondary> {what}
        </>
      ),
    },
    {
      key: 'before',
      title: t('before'),
      cell: ({ before }) => (before === NOTHING ? before : <del className="value-before">{before}</del>),
    },
    {
      key: 'after',
      title: t('after'),
      cell: ({ after }) => (after === NOTHING ? after : <ins className="value-after">{after}</ins>),
    },
  ];
  return (
    <Panel title={t('values')}>
      <DataTable
        caption={t('values')}
        columns={columns}
        rows={rows}
        rowKey={({ kind, what, before, after }) => [kind, what, before, after].join('\n')}
      />
    </Panel>
  );
}

/** A redline as text: `[-what went-]` and `{+what came+}` stand out by colour as well. */
function RedlineText({ text }: { readonly text: string }) {
  const parts = text.split(/(\[-.*?-\]|\{\+.*?\+\})/s);
  return (
    <pre className="redline">
      {parts.map((part, index) => {
        const key = `${index} ${part}`;
        if (part.startsWith('[-')) return <del key={key}>{part.slice(2, -2)}</del>;
        if (part.startsWith('{+')) return <ins key={key}>{part.slice(2, -2)}</ins>;
        return <span key={key}>{part}</span>;
      })}
    </pre>
  );
}
