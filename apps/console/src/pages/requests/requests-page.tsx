import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useMay } from '~/api/policy';
import { PageHead } from '~/parts/page-head';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import '~/parts/sla.css';
import { AllRequests } from './all-requests';
import { Queue } from './queue';
import { RecordButton } from './record-button';
import { requestsWords } from './words';
import './requests.css';

/** What the desk does first, and every request there is. */
export function RequestsPage() {
  const t = useWords(requestsWords);
  const common = useWords(commonWords);
  const may = useMay();
  const { view } = useSearch({ from: '/shell/requests' });
  const mayQueue = may('GET /api/v1/desk/queue');
  const shown = mayQueue ? (view ?? 'queue') : 'all';
  return (
    <>
      <PageHead
        title={common('requests')}
        about={mayQueue ? t('about') : t('aboutParty')}
        extra={<RecordButton />}
      />
      {mayQueue && <Views shown={shown} />}
      {shown === 'queue' ? <Queue /> : <AllRequests />}
    </>
  );
}

function Views({ shown }: { readonly shown: 'queue' | 'all' }) {
  const t = useWords(requestsWords);
  const navigate = useNavigate();
  return (
    <Segmented
      className="views"
      aria-label={t('view')}
      value={shown}
      onChange={(view) => void navigate({ to: '/requests', search: { view } })}
      options={[
        { value: 'queue' as const, label: t('queue') },
        { value: 'all' as const, label: t('all') },
      ]}
    />
  );
}
