import { answered } from '#client/client';
import { ActDialog } from '~/parts/act-dialog';
import { Secondary } from '~/parts/text';
import { useIsMe } from '~/parts/who';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { ReasonField } from '../contract/fact-fields';
import { type Miss } from './misses-panel';
import { monthWords } from './words';

interface Reason {
  readonly reason: string;
}

/** A waiver takes two: one asks for it, another gives it. */
export function WaiverDialogs({ miss }: { readonly miss: Miss }) {
  const t = useWords(monthWords);
  const can = useCan();
  const { id } = useContract();
  const { request, target, proposedWaiver } = miss;
  const params = { path: { contract: id } };
  const isMe = useIsMe();
  const reviewed =
    proposedWaiver !== null && can('waive', 'POST /api/v1/contracts/:contract/waivers/approval');
  const askable = proposedWaiver === null && can('proposeWaiver', 'POST /api/v1/contracts/:contract/waivers');
  return (
    <>
      {askable && (
        <ActDialog<Reason>
          trigger={t('propose')}
          triggerProps={{ size: 'small' }}
          title={t('propose')}
          okText={t('propose')}
          done={t('proposeDone')}
          act={({ reason }, client) =>
            answered(
              client.POST('/api/v1/contracts/{contract}/waivers', {
                params,
                body: { request, target, reason },
              }),
            )
          }
        >
          <p>{t('proposeHelp')}</p>
          <ReasonField />
        </ActDialog>
      )}
      {reviewed && isMe(proposedWaiver.by) && <Secondary>{t('anotherGives')}</Secondary>}
      {reviewed && !isMe(proposedWaiver.by) && (
        <ActDialog<Reason>
          trigger={t('approve')}
          triggerProps={{ size: 'small', type: 'primary' }}
          title={t('approve')}
          okText={t('approve')}
          done={t('approveDone')}
          initialValues={{ reason: proposedWaiver.reason }}
          act={({ reason }, client) =>
            answered(
              client.POST('/api/v1/contracts/{contract}/waivers/approval', {
                params,
                body: { request, target, reason },
              }),
            )
          }
        >
          <p>{t('approveHelp')}</p>
          <ReasonField />
        </ActDialog>
      )}
    </>
  );
}
