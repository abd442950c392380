import { Tabs } from 'antd';
import { PageHead } from '~/parts/page-head';
import { useWords } from '~/words/words';
import { Keys } from './keys';
import { People } from './people';
import { Webhooks } from './webhooks';
import { administrationWords } from './words';

/** Who may sign in, and which programs may call. */
export function AdministrationPage() {
  const t = useWords(administrationWords);
  return (
    <>
      <PageHead title={t('title')} about={t('about')} />
      <Tabs
        items={[
          { key: 'people', label: t('people'), children: <People /> },
          { key: 'keys', label: t('programs'), children: <Keys /> },
          { key: 'webhooks', label: t('webhooks'), children: <Webhooks /> },
        ]}
      />
    </>
  );
}
