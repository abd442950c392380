import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { PageHead } from '~/parts/page-head';
import { Secondary } from '~/parts/text';
import { useLanguage, useWords } from '~/words/words';
import { Changes } from './changes';
import { Checks } from './checks';
import { Content } from './content';
import { Editor } from './editor';
import { History } from './history';
import { VersionRehearsal } from './rehearsal';
import { TABS, type VersionSearch } from './routes';
import { StateTag } from './state-tag';
import { Transitions } from './transitions';
import { templateWords } from './words';

export type Version = components['schemas']['TemplateVersion'];

/** A version of a template: what it says, what it is checked by, what was done to it, and what can be done now. */
export function VersionPage() {
  const { template, version } = useParams({ from: '/shell/templates/$template/$version' });
  const query = api.useQuery('get', '/api/v1/templates/{template}/versions/{version}', {
    params: { path: { template, version } },
  });
  return (
    <Asked query={query} rows={10}>
      {(data) => <Page data={data} />}
    </Asked>
  );
}

function Page({ data }: { readonly data: Version }) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const search = useSearch({ from: '/shell/templates/$template/$version' });
  const navigate = useNavigate();
  const { template, version, title, description, state, base, author, origin } = data;
  const items = [
    { key: 'content', label: t('tabContent'), children: <Content template={template} version={version} /> },
    ...(data.actions.includes('edit')
      ? [{ key: 'edit', label: t('tabEdit'), children: <Editor key={data.revision} data={data} /> }]
      : []),
    {
      key: 'rehearsal',
      label: t('tabRehearsal'),
      children: <VersionRehearsal template={template} version={version} />,
    },
    { key: 'checks', label: t('tabChecks'), children: <Checks data={data} /> },
    { key: 'changes', label: t('tabChanges'), children: <Changes data={data} /> },
    { key: 'history', label: t('tabHistory'), children: <History data={data} /> },
  ];
  return (
    <>
      <PageHead
        title={`${title[language]} ${version}`}
        about={
          <>
            {description[language]}{' '}
            <Secondary>
              {[
                template,
                base && t('variantOf', { base: `${base.id} ${base.version}` }),
                origin === 'shipped' ? t('shipped') : t('author', { author }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Secondary>
          </>
        }
        tags={<StateTag state={state} />}
        extra={<Transitions data={data} />}
      />
      <Tabs
        items={items}
        activeKey={items.find(({ key }) => key === search.tab)?.key ?? 'content'}
        onChange={(key) =>
          void navigate({
            to: '/templates/$template/$version',
            params: { template, version },
            search: { ...search, ...tabNamed(key) },
            replace: true,
          })
        }
      />
    </>
  );
}

function tabNamed(key: string): Pick<VersionSearch, 'tab'> {
  const tab = TABS.find((each) => each === key);
  return tab ? { tab } : {};
}
