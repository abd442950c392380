import { Link } from '@tanstack/react-router';
import { api } from '~/api/api';
import { Panel } from '~/parts/panel';
import { useWords } from '~/words/words';
import { firstStepsWords } from './first-steps-words';

const STEPS = [
  { key: 'variant', to: '/templates' },
  { key: 'contract', to: '/contracts/new' },
  { key: 'sign', to: '/contracts' },
  { key: 'request', to: '/requests' },
  { key: 'money', to: '/billing' },
  { key: 'audit', to: '/audit' },
] as const;

/** For who sees Pacta for the first time: what to do in which order. It goes when the first contract is there. */
export function FirstStepsPanel() {
  const t = useWords(firstStepsWords);
  const contracts = api.useQuery('get', '/api/v1/contracts', { params: { query: { limit: 1 } } });
  if (contracts.data?.items.length !== 0) return null;
  return (
    <Panel title={t('title')} about={t('about')}>
      <ol className="first-steps">
        {STEPS.map(({ key, to }) => (
          <li key={key}>
            <Link to={to}>{t(`${key}.do`)}</Link>
            <div className="text-secondary">{t(`${key}.why`)}</div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
