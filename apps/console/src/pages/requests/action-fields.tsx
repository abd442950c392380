import { useId } from 'react';
import { Input, Rate, Select } from 'antd';
import { api } from '~/api/api';
import { useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { type ActionDraft, type ActionType } from './action';
import { actionWords } from './action-words';
import { ForeseenPriority } from './foreseen-priority';
import { type Request } from './request';
import { SeverityFields } from './severity-fields';

interface Props {
  readonly request: Request;
  readonly type: ActionType;
  readonly draft: ActionDraft;
  readonly onChange: (change: Partial<ActionDraft>) => void;
}

/** What an action needs to be told besides its time. */
export function ActionFields({ request, type, draft, onChange }: Props) {
  switch (type) {
    case 'pause':
      return <PauseReason reasons={request.pauseReasons} value={draft.reason} onChange={onChange} />;
    case 'rate':
      return <Score value={draft.score} onChange={onChange} />;
    case 'reclassify':
      return <Reclassification request={request} draft={draft} onChange={onChange} />;
    default:
      return null;
  }
}

interface PauseProps extends Pick<Props, 'onChange'> {
  readonly reasons: readonly string[];
  readonly value: string;
}

function PauseReason({ reasons, value, onChange }: PauseProps) {
  const t = useWords(actionWords);
  const names = useSlaNames();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {t('stopReason')}
      </label>
      <Select
        id={id}
        value={value}
        onChange={(reason: string) => onChange({ reason })}
        options={reasons.map((reason) => ({ value: reason, label: names.pause(reason) }))}
      />
    </div>
  );
}

function Score({ value, onChange }: Pick<Props, 'onChange'> & { readonly value: number }) {
  const t = useWords(actionWords);
  const id = useId();
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span id={id} className="field-label">
        {t('score')}
      </span>
      <span>
        <Rate value={value} allowClear={false} onChange={(score) => onChange({ score })} /> {value}
      </span>
    </div>
  );
}

function Reclassification({ request, draft, onChange }: Omit<Props, 'type'>) {
  const t = useWords(actionWords);
  const id = useId();
  const { contract } = request;
  const { data: terms } = api.useQuery('get', '/api/v1/contracts/{contract}/terms', {
    params: { path: { contract } },
  });
  const { urgency, impact, coreBusinessDown, severeSecurityRisk } = draft;
  return (
    <>
      <SeverityFields value={draft} onChange={onChange} />
      <ForeseenPriority
        contract={contract}
        terms={terms}
        severity={{ urgency, impact, coreBusinessDown, severeSecurityRisk }}
      />
      <div className="field">
        <label htmlFor={id} className="field-label">
          {t('reason')}
        </label>
        <Input
          id={id}
          required
          maxLength={500}
          value={draft.reason}
          onChange={({ target }) => onChange({ reason: target.value })}
        />
      </div>
    </>
  );
}
