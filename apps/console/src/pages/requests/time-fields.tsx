import { useId } from 'react';
import { Input } from 'antd';
import { instantOf } from '~/parts/zoned';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type ActionDraft } from './action';
import { actionWords } from './action-words';
import { type OfRequest } from './request';

interface Props extends OfRequest {
  readonly draft: ActionDraft;
  readonly onChange: (change: Partial<ActionDraft>) => void;
}

/** When it happened, if not now, and why it is told late. Folded away: mostly it happened now. */
export function TimeFields({ request, zone, draft, onChange }: Props) {
  const t = useWords(actionWords);
  const formats = useFormats();
  const [when, late] = [useId(), useId()];
  const { clock, accountedThrough } = request;
  const at = instantOf(draft.when, zone);
  const isLate = at !== null && at < accountedThrough;
  return (
    <details>
      <summary>
        {clock === 'manual' ? t('whenClock', { at: formats.instant(accountedThrough, zone) }) : t('when')}
      </summary>
      <div className="field">
        <label htmlFor={when} className="only-read">
          {t('when')}
        </label>
        <Input
          id={when}
          type="datetime-local"
          value={draft.when}
          onChange={({ target }) => onChange({ when: target.value })}
        />
        <Secondary>
          {t('whenHelp', { zone, now: clock === 'manual' ? t('clockWord') : t('nowWord') })}
        </Secondary>
      </div>
      {(isLate || draft.lateReason !== '') && (
        <div className="field">
          <label htmlFor={late} className="field-label">
            {t('lateReason')}
          </label>
          <Input
            id={late}
            maxLength={500}
            value={draft.lateReason}
            onChange={({ target }) => onChange({ lateReason: target.value })}
          />
          <Secondary>{t('lateHelp')}</Secondary>
        </div>
      )}
    </details>
  );
}
