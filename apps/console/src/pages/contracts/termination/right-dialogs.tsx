import { Form } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { useSession } from '~/api/session';
import { ActDialog } from '~/parts/act-dialog';
import { MomentInput } from '~/parts/moment-input';
import { useNow } from '~/parts/now';
import { useUntil } from '~/parts/until';
import { instantOf, localOf } from '~/parts/zoned';
import { useWords } from '~/words/words';
import { type Contract, useContract } from '../contract/contract';
import { AtField, filled, ReasonField } from '../contract/fact-fields';
import { PartyField } from '../contract/party-field';
import { Consequences } from './consequences';
import { type Tracker } from './termination-page';
import { terminationWords } from './words';

type Schemas = components['schemas'];

/** The client's notice has arrived. */
export function ExerciseDialog() {
  const t = useWords(terminationWords);
  const { id } = useContract();
  return (
    <ActDialog<{ readonly at?: string }>
      trigger={t('exercise')}
      triggerProps={{ danger: true }}
      title={t('exercise')}
      okText={t('exercise')}
      isDanger
      isWide
      done={t('exerciseDone')}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/termination', {
            params: { path: { contract: id } },
            body: { ...filled(values), kind: 'exercise' },
          }),
        )
      }
    >
      <ExerciseFields />
    </ActDialog>
  );
}

function ExerciseFields() {
  const t = useWords(terminationWords);
  const until = useUntil();
  const now = useNow();
  const contract = useContract();
  const { terms, clock, accountedThrough } = contract;
  const typed = Form.useWatch<string | undefined>('at');
  const at = typed ?? (clock === 'manual' ? accountedThrough : new Date(now).toISOString());
  const endsAt = endOfNotice(contract, at);
  const isAtOnce = terms.terminationNoticeDays === 0 && typed === undefined;
  return (
    <>
      <p>{t('exerciseHelp')}</p>
      <Form.Item name="at" label={t('exerciseAt', { zone: terms.zone })}>
        <MomentInput zone={terms.zone} />
      </Form.Item>
      <Consequences
        end={isAtOnce ? t('whenArrives') : t('onDay', { until: until(endsAt, terms.zone) })}
        endsAt={endsAt}
      />
    </>
  );
}

/** At the arrival, or at 24:00 of the last day of notice, the day of the arrival not counted. */
function endOfNotice({ terms }: Contract, at: string): string {
  const { terminationNoticeDays: days, zone } = terms;
  if (days === 0) return at;
  const day = new Date(`${localOf(at, zone).slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days + 1);
  return instantOf(day.toISOString().slice(0, 16), zone) ?? at;
}

export function WaiveDialog() {
  const t = useWords(terminationWords);
  const { id } = useContract();
  return (
    <ActDialog<Schemas['RightWaiver']>
      trigger={t('waive')}
      title={t('waive')}
      okText={t('waive')}
      isDanger
      done={t('waiveDone')}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/termination/right-waiver', {
            params: { path: { contract: id } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('waiveHelp')}</p>
      <ReasonField />
    </ActDialog>
  );
}

interface NoticeProps {
  readonly withoutGround: NonNullable<Tracker['withoutGround']>;
}

export function NoticeDialog({ withoutGround: { by, days, endsAtIfNow } }: NoticeProps) {
  const t = useWords(terminationWords);
  const until = useUntil();
  const { id, terms } = useContract();
  const { role } = useSession();
  const party = by === 'either' || role === 'party' ? 'client' : by;
  return (
    <ActDialog<Schemas['TerminationNotice']>
      trigger={t('giveNotice')}
      triggerProps={{ danger: true }}
      title={t('giveNotice')}
      okText={t('giveNotice')}
      isDanger
      isWide
      done={t('giveNoticeDone')}
      initialValues={{ party }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/termination/notice', {
            params: { path: { contract: id } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('giveNoticeHelp', { by: t(`by.${by}`), days })}</p>
      <PartyField />
      <AtField />
      <Consequences end={until(endsAtIfNow, terms.zone)} endsAt={endsAtIfNow} />
    </ActDialog>
  );
}
