import { useState } from 'react';
import { Modal } from 'antd';
import { answered } from '#client/client';
import { useMay } from '~/api/policy';
import { useSession } from '~/api/session';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { actionOf, type ActionDraft, type ActionType, type RequestAction } from './action';
import { ActionFields } from './action-fields';
import { actionWords } from './action-words';
import { Consequence } from './consequence';
import { type OfRequest, type Request } from './request';
import { TimeFields } from './time-fields';

interface Props extends OfRequest {
  readonly type: ActionType;
  readonly onClose: () => void;
}

/** An action with what it brings about; Enter confirms it. What was typed stays where the contract refuses. */
export function ActionModal({ request, zone, type, onClose }: Props) {
  const t = useWords(actionWords);
  const common = useWords(commonWords);
  const { role } = useSession();
  const mayAsk = useMay()('GET /api/v1/contracts/:contract/requests/:request/what-if');
  const [draft, setDraft] = useState<ActionDraft>({
    ...request.severity,
    when: '',
    lateReason: '',
    reason: type === 'pause' ? (request.pauseReasons[0] ?? '') : '',
    score: 5,
  });
  const change = (part: Partial<ActionDraft>) => setDraft((before) => ({ ...before, ...part }));
  const act = useRequestAct(request, `${t(type)}: ${t('done')}`, onClose);
  const isReady = type !== 'reclassify' || draft.reason.trim() !== '';
  const form = `action-${type}`;
  return (
    <Modal
      open
      title={t(type)}
      okText={t(type)}
      cancelText={common('cancel')}
      okButtonProps={{ htmlType: 'submit', form, loading: act.isPending, disabled: !isReady }}
      onCancel={onClose}
    >
      <form
        id={form}
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !act.isPending) act.mutate(actionOf(type, draft, zone));
        }}
      >
        <p className="action-help">{t(`help.${type}`)}</p>
        <ActionFields request={request} type={type} draft={draft} onChange={change} />
        {role !== 'party' && <TimeFields request={request} zone={zone} draft={draft} onChange={change} />}
        {mayAsk && type !== 'reclassify' && type !== 'rate' && draft.when === '' && (
          <Consequence request={request} zone={zone} event={type} reason={draft.reason} />
        )}
        {act.error !== null && <ProblemAlert error={act.error} />}
      </form>
    </Modal>
  );
}

function useRequestAct({ contract, request }: Request, done: string, onDone: () => void) {
  return useAct({
    act: (body: RequestAction, client) =>
      answered(
        client.POST('/api/v1/contracts/{contract}/requests/{request}/actions', {
          params: { path: { contract, request } },
          body,
        }),
      ),
    done,
    onDone,
  });
}
