import { Link } from '@tanstack/react-router';
import { Tag, Tooltip } from 'antd';
import { type components } from '#client/openapi';
import { Countdown } from '~/parts/countdown';
import { PriorityTag, RequestStatusTag, type RequestStatus } from '~/parts/sla-tags';
import { Secondary, Warning } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { requestsWords } from './words';

type Item = components['schemas']['QueueItem'];

interface Named {
  readonly contract: string;
  readonly request: string;
  readonly priority: string;
  readonly status: RequestStatus;
}

export function RequestLink({ contract, request, priority, status }: Named) {
  return (
    <>
      <Link to="/contracts/$contract/requests/$request" params={{ contract, request }}>
        <strong>{request}</strong>
      </Link>
      <div className="tags">
        <PriorityTag priority={priority} />
        {status !== 'open' && <RequestStatusTag status={status} />}
      </div>
      <div className="is-narrow-only text-secondary figures">{contract}</div>
    </>
  );
}

/** The next deadline of a request: a manual clock stands where it was left. */
export function Deadline({ item }: { readonly item: Item }) {
  const t = useWords(requestsWords);
  const formats = useFormats();
  const names = useSlaNames();
  const { nextDeadline, clock, at, missed } = item;
  return (
    <>
      {nextDeadline ? (
        <>
          <strong>
            <Countdown to={nextDeadline.dueAt} from={clock === 'manual' ? at : undefined} />
          </strong>
          <div>
            <Secondary>
              {nextDeadline.kinds.map(names.target).join(' · ')} · {formats.short(nextDeadline.dueAt)}
            </Secondary>
          </div>
        </>
      ) : (
        <Secondary>{t('stands')}</Secondary>
      )}
      {missed.length > 0 && (
        <div>
          <Warning>{t('missed', { targets: missed.map(names.target).join(' · ') })}</Warning>
        </div>
      )}
    </>
  );
}

/** What missing it costs, as the close of the month would reckon it. */
export function IfMissed({ item: { ifMissed } }: { readonly item: Item }) {
  const t = useWords(requestsWords);
  const formats = useFormats();
  if (!ifMissed) return <Secondary>–</Secondary>;
  return (
    <>
      <strong>{formats.money(ifMissed.cost)}</strong>
      {ifMissed.capped && (
        <div>
          <Secondary>{t('capped', { full: formats.money(ifMissed.fullPenalty) })}</Secondary>
        </div>
      )}
    </>
  );
}

/** What else hangs on it: the month, and a right to terminate. */
export function Stake({ item: { ifMissed } }: { readonly item: Item }) {
  const t = useWords(requestsWords);
  const formats = useFormats();
  if (!ifMissed) return null;
  const { period, failsMonth, monthFailsAnyway, streak, failedMonthsNeeded, decidesTerminationRight } =
    ifMissed;
  const month = formats.month(period);
  return (
    <div className="stake">
      {decidesTerminationRight && (
        <Tooltip title={t('decidesHelp', { needed: failedMonthsNeeded ?? 0 })}>
          <Tag color="error">⚠ {t('decides')}</Tag>
        </Tooltip>
      )}
      {failsMonth && <Tag color="warning">{t('fails', { month })}</Tag>}
      {monthFailsAnyway && !failsMonth && <Secondary>{t('failsAnyway', { month })}</Secondary>}
      {(failsMonth || monthFailsAnyway) && failedMonthsNeeded !== null && (
        <div>
          <Secondary>{t('streak', { streak, needed: failedMonthsNeeded })}</Secondary>
        </div>
      )}
    </div>
  );
}
