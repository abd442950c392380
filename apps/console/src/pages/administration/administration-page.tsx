import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { PageHead } from '~/parts/page-head';
import { useWords } from '~/words/words';
import { Keys } from './keys';
import { People } from './people';
import { searchOf } from './search';
import { Webhooks } from './webhooks/webhooks';
import { administrationWords } from './words';

/** Who may sign in, and which programs may call. */
export function AdministrationPage() {
  const t = useWords(administrationWords);
  const navigate = useNavigate();
  const { tab = 'people' } = useSearch({ from: '/shell/administration' });
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      <Tabs
        activeKey={tab}
        onChange={(key) => void navigate({ to: '/administration', search: searchOf({ tab: key }) })}
        items={[
          { key: 'people', label: t('people'), children: <People /> },
          { key: 'keys', label: t('programs'), children: <Keys /> },
          { key: 'webhooks', label: t('webhooks'), children: <Webhooks /> },
        ]}
      />
    </>
  );
}
