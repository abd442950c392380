import { useId } from 'react';
import { Input, Select } from 'antd';
import { Secondary } from '~/parts/text';
import { slaWords } from '~/words/sla';
import { useWords } from '~/words/words';
import { type Channel, type Draft } from './draft';
import { recordWords } from './record-words';

interface Props {
  readonly draft: Draft;
  readonly zone: string;
  readonly onChange: (change: Partial<Draft>) => void;
}

const CHANNELS: readonly Channel[] = ['hotline', 'mailbox', 'portal', 'monitoring'];

/** When a notice came and how: kept beside the record, so that late recording shows. */
export function IntakeFields({ draft, zone, onChange }: Props) {
  const t = useWords(recordWords);
  const sla = useWords(slaWords);
  const [received, channel] = [useId(), useId()];
  return (
    <div className="field-row">
      <div className="field">
        <label htmlFor={channel} className="field-label">
          {t('channel')}
        </label>
        <Select
          id={channel}
          value={draft.channel ?? ''}
          onChange={(next: Channel | '') => onChange({ channel: next === '' ? null : next })}
          options={[
            { value: '' as const, label: t('noChannel') },
            ...CHANNELS.map((value) => ({ value, label: sla(`channel.${value}`) })),
          ]}
        />
      </div>
      <div className="field">
        <label htmlFor={received} className="field-label">
          {t('received')}
        </label>
        <Input
          id={received}
          type="datetime-local"
          aria-describedby={`${received}-help`}
          value={draft.received}
          onChange={({ target }) => onChange({ received: target.value })}
        />
      </div>
      <div className="field-whole" id={`${received}-help`}>
        <Secondary>{t('receivedHelp', { zone })}</Secondary>
      </div>
    </div>
  );
}
