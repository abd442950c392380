import { useState } from 'react';
import { Button, Flex } from 'antd';
import { useMay } from '~/api/policy';
import { useSession } from '~/api/session';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useWords } from '~/words/words';
import { ACTIONS, type ActionType, OF_PARTY } from './action';
import { ActionModal } from './action-modal';
import { actionWords } from './action-words';
import { type OfRequest, type Request } from './request';

/** What can be done now, out of the transition table; what is waited for stands out. */
export function Actions({ request, zone }: OfRequest) {
  const t = useWords(actionWords);
  const { role } = useSession();
  const may = useMay()('POST /api/v1/contracts/:contract/requests/:request/actions');
  const [chosen, setChosen] = useState<ActionType | null>(null);
  const open = ACTIONS.filter(
    (each) => request.actions.includes(each) && (role !== 'party' || OF_PARTY.includes(each)),
  );
  const next = nextOf(request);
  return (
    <Panel title={t('actions')}>
      {!may && <Secondary>{t('notYours')}</Secondary>}
      {may && open.length === 0 && <Secondary>{t('nothing')}</Secondary>}
      {may && (
        <Flex wrap gap="small">
          {open.map((each) => (
            <Button key={each} type={each === next ? 'primary' : 'default'} onClick={() => setChosen(each)}>
              {t(each)}
            </Button>
          ))}
        </Flex>
      )}
      {chosen !== null && (
        <ActionModal request={request} zone={zone} type={chosen} onClose={() => setChosen(null)} />
      )}
    </Panel>
  );
}

/** What is usually done next. */
function nextOf({ status, facts }: Request): ActionType {
  if (status === 'paused') return 'resume';
  if (status === 'resolved') return 'close';
  return (facts['responded'] ?? null) === null ? 'respond' : 'resolve';
}
