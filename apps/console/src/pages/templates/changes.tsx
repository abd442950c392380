import { useState } from 'react';
import { Select } from 'antd';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useLanguage, useWords } from '~/words/words';
import { type Version } from './version-page';
import { templateWords } from './words';

/** What this version has otherwise than another one of the template. */
export function Changes({ data }: { readonly data: Version }) {
  const t = useWords(templateWords);
  const { template, version } = data;
  const versions = api.useQuery('get', '/api/v1/templates/{template}/versions', {
    params: { path: { template } },
  });
  const others = (versions.data?.items ?? []).map((each) => each.version).filter((each) => each !== version);
  const [chosen, setChosen] = useState<string | null>(null);
  const from = chosen ?? others[0];
  return (
    <Panel
      title={t('tabChanges')}
      extra={
        others.length > 0 && (
          <Select
            aria-label={t('compareWith')}
            value={from ?? null}
            onChange={setChosen}
            options={others.map((value) => ({ value, label: `${t('compareWith')} ${value}` }))}
          />
        )
      }
    >
      {from === undefined ? (
        <FromBase data={data} />
      ) : (
        <Redline template={template} from={from} to={version} />
      )}
    </Panel>
  );
}

interface Pair {
  readonly template: string;
  readonly from: string;
  readonly to: string;
}

function Redline({ template, from, to }: Pair) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const redline = api.useQuery('get', '/api/v1/templates/{template}/diff', {
    params: { path: { template }, query: { from, to, language } },
  });
  return (
    <Asked query={redline}>
      {({ changed, text }) =>
        changed ? <RedlineText text={text} /> : <Teach title={t('changesNone')} help={t('changesNoneHelp')} />
      }
    </Asked>
  );
}

/** The first version of a variant has no other one: what it has otherwise than its base is data. */
function FromBase({ data: { differences } }: { readonly data: Version }) {
  const t = useWords(templateWords);
  if (!differences) return <Teach title={t('changesNone')} help={t('changesNoneHelp')} />;
  return <RedlineText text={JSON.stringify(differences, null, 2)} />;
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
