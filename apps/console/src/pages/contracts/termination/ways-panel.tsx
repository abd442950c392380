import { Flex } from 'antd';
import { useSession } from '~/api/session';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { useCan } from '../contract/contract';
import { AgreementDialog, RecordAgreementDialog } from './agreement-dialogs';
import { type Tracker } from './termination-page';
import { ExerciseDialog, NoticeDialog, WaiveDialog } from './right-dialogs';
import { terminationWords } from './words';

/** What may be done now towards the end of the contract. */
export function WaysPanel({ tracker }: { readonly tracker: Tracker }) {
  const t = useWords(terminationWords);
  const can = useCan();
  const { role } = useSession();
  const { withoutGround } = tracker;
  const mayNotify =
    withoutGround !== null &&
    (role !== 'party' || withoutGround.by !== 'provider') &&
    can('giveNotice', 'POST /api/v1/contracts/:contract/termination/notice');
  const ways = [
    can('exerciseTermination', 'POST /api/v1/contracts/:contract/termination') && (
      <ExerciseDialog key="exercise" />
    ),
    can('waiveTerminationRight', 'POST /api/v1/contracts/:contract/termination/right-waiver') && (
      <WaiveDialog key="waive" />
    ),
    mayNotify && <NoticeDialog key="notice" withoutGround={withoutGround} />,
    can('sendTermination', 'POST /api/v1/contracts/:contract/termination/agreements') && (
      <AgreementDialog key="agreement" />
    ),
    can('agreeTermination', 'POST /api/v1/contracts/:contract/termination') && (
      <RecordAgreementDialog key="agree" />
    ),
  ].filter(Boolean);
  return (
    <Panel title={t('ways')} about={ways.length > 0 && t('waysAbout')}>
      {ways.length === 0 ? (
        <Teach title={t('noWays')} help={t('noWaysHelp')} />
      ) : (
        <Flex gap="small" wrap>
          {ways}
        </Flex>
      )}
    </Panel>
  );
}
