import { useState } from 'react';
import { Segmented } from 'antd';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { Danger, Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { actionWords } from './action-words';
import { TargetChanges } from './consequence';
import { type OfRequest, type WhatIf } from './request';
import { useWhatIf, type WhatIfEvent } from './use-what-if';

const EVENTS: readonly WhatIfEvent[] = [
  'respond',
  'workaround',
  'path',
  'resolve',
  'pause',
  'resume',
  'reopen',
];

/** Tries what might happen to a request, and what it would cost. */
export function WhatIfPanel({ request, zone }: OfRequest) {
  const t = useWords(actionWords);
  const own = EVENTS.filter((each) => request.actions.includes(each));
  const events: readonly WhatIfEvent[] = request.nextDeadlineAt === null ? own : ['miss', ...own];
  const [wanted, setWanted] = useState<WhatIfEvent>('miss');
  const event = events.includes(wanted) ? wanted : events[0];
  if (event === undefined) return null;
  return (
    <Panel title={t('whatIf')} about={t('whatIfAbout')}>
      <div className="scroll-x">
        <Segmented
          aria-label={t('event')}
          value={event}
          onChange={setWanted}
          options={events.map((each) => ({ value: each, label: t(each) }))}
        />
      </div>
      <Answer request={request} zone={zone} event={event} />
    </Panel>
  );
}

function Answer({ request, zone, event }: OfRequest & { readonly event: WhatIfEvent }) {
  const query = useWhatIf(request, event, request.pauseReasons[0] ?? '');
  return <Asked query={query}>{(whatIf) => <Outcome whatIf={whatIf} zone={zone} />}</Asked>;
}

function Outcome({ whatIf, zone }: { readonly whatIf: WhatIf; readonly zone: string }) {
  const t = useWords(actionWords);
  const formats = useFormats();
  const names = useSlaNames();
  const { at, cost, misses, months, terminationRight } = whatIf;
  return (
    <div className="what-if" aria-live="polite">
      <p>
        {t('costNow')} <strong className="figures">{formats.money(cost)}</strong>{' '}
        <Secondary>{t('at', { at: formats.instant(at, zone) })}</Secondary>
      </p>
      <TargetChanges whatIf={whatIf} zone={zone} />
      <ul className="promises">
        {misses.map(({ target, penalty, period }) => (
          <li key={target}>
            {t('missLine', {
              target: names.target(target),
              penalty: formats.money(penalty),
              month: formats.month(period),
            })}
          </li>
        ))}
        {months.map(({ period, asThingsStand, afterwards }) => (
          <li key={period}>
            {t('monthLine', {
              month: formats.month(period),
              before: asThingsStand.misses,
              after: afterwards.misses,
            })}
            {'; '}
            {afterwards.failed ? <Danger>{t('failed')}</Danger> : t('notFailed')},{' '}
            {t('streak', { streak: afterwards.streak })}
          </li>
        ))}
        {terminationRight ? (
          <li>
            <Danger>⚠ {t('right', { at: formats.instant(terminationRight.arisenAt, zone) })}</Danger>
          </li>
        ) : (
          <li>
            <Secondary>{t('noRight')}</Secondary>
          </li>
        )}
      </ul>
    </div>
  );
}
