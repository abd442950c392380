import { Form, Input } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { ActDialog } from '~/parts/act-dialog';
import { useWords } from '~/words/words';
import { AmountField } from '../contract/amount-field';
import { yuanOf } from '../contract/yuan';
import { useContract } from '../contract/contract';
import { AtField, filled, ReasonField } from '../contract/fact-fields';
import { moneyWords } from './money-words';

type Schemas = components['schemas'];

interface PayProps {
  /** What is still open: it is proposed. */
  readonly outstanding?: string;
  readonly reference?: string;
}

export function PayDialog({ outstanding, reference }: PayProps) {
  const t = useWords(moneyWords);
  const { id } = useContract();
  return (
    <ActDialog<Schemas['NewPayment']>
      trigger={t('pay')}
      triggerProps={{ type: 'primary' }}
      title={t('pay')}
      okText={t('pay')}
      done={t('paid')}
      initialValues={{
        ...(outstanding !== undefined && { amount: outstanding }),
        ...(reference !== undefined && { reference }),
      }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/payments', {
            params: { path: { contract: id } },
            body: { ...filled(values), amount: yuanOf(values.amount) },
          }),
        )
      }
    >
      <p>{t('payHelp')}</p>
      <AmountField label={t('amount')} needed={t('needed')} />
      <Form.Item name="reference" label={t('reference')} extra={t('referenceHelp')}>
        <Input maxLength={200} />
      </Form.Item>
      <AtField />
      <LateReason />
    </ActDialog>
  );
}

export function PayoutDialog({ due }: { readonly due?: string }) {
  const t = useWords(moneyWords);
  const { id } = useContract();
  return (
    <ActDialog<Schemas['NewPayout']>
      trigger={t('payOut')}
      title={t('payOut')}
      okText={t('payOut')}
      done={t('paidOut')}
      initialValues={due === undefined ? {} : { amount: due }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/payouts', {
            params: { path: { contract: id } },
            body: { ...filled(values), amount: yuanOf(values.amount) },
          }),
        )
      }
    >
      <p>{t('payOutHelp')}</p>
      <AmountField label={t('amount')} needed={t('needed')} />
      <AtField />
    </ActDialog>
  );
}

/** Facts that come after their deadline are taken with a reason only. */
export function LateReason() {
  const t = useWords(moneyWords);
  return (
    <ReasonField name="lateReason" label={t('lateReason')} help={t('lateReasonHelp')} isNeeded={false} />
  );
}
