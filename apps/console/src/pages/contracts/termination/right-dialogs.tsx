import { Form } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { useSession } from '~/api/session';
import { ActDialog } from '~/parts/act-dialog';
import { MomentInput } from '~/parts/moment-input';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
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
  const { terms } = useContract();
  const at = Form.useWatch<string | undefined>('at');
  return (
    <>
      <p>{t('exerciseHelp')}</p>
      <Form.Item name="at" label={t('exerciseAt', { zone: terms.zone })}>
        <MomentInput zone={terms.zone} />
      </Form.Item>
      <Consequences wish={{ way: 'exercise', ...(at && { at }) }} />
    </>
  );
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

export function NoticeDialog({ withoutGround: { by, days } }: NoticeProps) {
  const t = useWords(terminationWords);
  const { id } = useContract();
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
      <NoticeConsequences usual={party} />
    </ActDialog>
  );
}

function NoticeConsequences({ usual }: { readonly usual: 'client' | 'provider' }) {
  const at = Form.useWatch<string | undefined>('at');
  const party = Form.useWatch<'client' | 'provider' | undefined>('party') ?? usual;
  return <Consequences wish={{ way: 'notice', party, ...(at && { at }) }} />;
}
