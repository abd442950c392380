import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { usePicked } from '~/parts/picked';
import { useUntil } from '~/parts/until';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { AgreementsPanel } from './agreements-panel';
import { RightsPanel } from './rights-panel';
import { TrackerPanel } from './tracker-panel';
import { WaysPanel } from './ways-panel';
import { terminationWords } from './words';

export type Tracker = components['schemas']['TerminationTracker'];

/** How near the end is, by each way that there is to it. */
export function TerminationPage() {
  const { id } = useContract();
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/termination', {
    params: { path: { contract: id } },
  });
  return (
    <Asked query={query} rows={8}>
      {(tracker) => (
        <>
          <EndsPanel tracker={tracker} />
          <WaysPanel tracker={tracker} />
          <TrackerPanel tracker={tracker} />
          <RightsPanel tracker={tracker} />
          {tracker.notice !== null && <NoticePanel notice={tracker.notice} />}
          <AgreementsPanel agreements={tracker.agreements} />
        </>
      )}
    </Asked>
  );
}

function EndsPanel({ tracker: { endsAt, given } }: { readonly tracker: Tracker }) {
  const t = useWords(terminationWords);
  const common = useWords(commonWords);
  const { instant } = useFormats();
  const until = useUntil();
  const { terms, end } = useContract();
  const how = end !== null ? t('over') : endsAt === terms.endsAt ? t('byTerm') : t('early');
  return (
    <Panel title={t('ends')}>
      <Facts
        facts={[
          { key: 'ends', label: t('endsAt'), value: `${until(endsAt, terms.zone)} (${how})` },
          ...(given === null
            ? []
            : [
                {
                  key: 'given',
                  label: t('given'),
                  value: t('givenText', {
                    party: common(`party.${given.by}`),
                    at: instant(given.at, terms.zone),
                    until: until(given.endsAt, terms.zone),
                  }),
                },
              ]),
        ]}
      />
    </Panel>
  );
}

function NoticePanel({ notice }: { readonly notice: NonNullable<Tracker['notice']> }) {
  const t = useWords(terminationWords);
  const picked = usePicked();
  return (
    <Panel title={t('notice')} about={t('noticeAbout')}>
      <p className="prose">{picked(notice)}</p>
    </Panel>
  );
}
