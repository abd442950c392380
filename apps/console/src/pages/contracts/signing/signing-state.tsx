import { Countdown } from '~/parts/countdown';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { ownClock, useContract } from '../contract/contract';
import { signingWords } from './words';

/** The signatures of the contract itself, which its parties may see too. */
export function SigningState() {
  const t = useWords(signingWords);
  const common = useWords(commonWords);
  const { instant } = useFormats();
  const until = useUntil();
  const contract = useContract();
  const { signing, status, terms, renews } = contract;
  if (renews !== null && signing.dueAt === null)
    return (
      <Panel title={t('state')}>
        <p>{t('byClause')}</p>
      </Panel>
    );
  const signed = (party: 'client' | 'provider') => ({
    key: party,
    label: t('signedBy', { party: common(`party.${party}`) }),
    value:
      signing[party] === null ? <Secondary>{t('notYet')}</Secondary> : instant(signing[party], terms.zone),
  });
  return (
    <Panel title={t('state')}>
      <Facts
        facts={[
          signed('client'),
          signed('provider'),
          ...(signing.completeAt === null
            ? []
            : [{ key: 'complete', label: t('complete'), value: instant(signing.completeAt, terms.zone) }]),
          ...(signing.dueAt === null
            ? []
            : [{ key: 'due', label: t('dueAt'), value: until(signing.dueAt, terms.zone) }]),
          ...(signing.dueAt !== null && status === 'signing'
            ? [
                {
                  key: 'left',
                  label: t('left'),
                  value: <Countdown to={signing.dueAt} from={ownClock(contract)} />,
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
