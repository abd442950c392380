import { Form } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { ActDialog } from '~/parts/act-dialog';
import { MomentInput } from '~/parts/moment-input';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { AtField, filled, ReasonField } from '../contract/fact-fields';
import { contactPersons, sendingOf, SignerFields } from '../signing/signer-fields';
import { Consequences } from './consequences';
import { terminationWords } from './words';

type Agreement = components['schemas']['NewTerminationAgreement'];

/** An agreement that both sign here. */
export function AgreementDialog() {
  const t = useWords(terminationWords);
  const contract = useContract();
  return (
    <ActDialog<Agreement>
      trigger={t('agreement')}
      title={t('agreement')}
      okText={t('agreement')}
      isWide
      done={t('agreementDone')}
      initialValues={{ signers: contactPersons(contract) }}
      act={({ effectiveAt, reason, ...sending }, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/termination/agreements', {
            params: { path: { contract: contract.id } },
            body: { ...sendingOf(sending), effectiveAt, reason },
          }),
        )
      }
    >
      <p>{t('agreementHelp')}</p>
      <EndField />
      <ReasonField />
      <SignerFields />
    </ActDialog>
  );
}

/** What both have signed elsewhere. */
export function RecordAgreementDialog() {
  const t = useWords(terminationWords);
  const { id } = useContract();
  return (
    <ActDialog<{ readonly effectiveAt: string; readonly at?: string }>
      trigger={t('agree')}
      title={t('agree')}
      okText={t('agree')}
      isDanger
      isWide
      done={t('agreeDone')}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/termination', {
            params: { path: { contract: id } },
            body: { ...filled(values), kind: 'agree' },
          }),
        )
      }
    >
      <p>{t('agreeHelp')}</p>
      <EndField />
      <AtField />
    </ActDialog>
  );
}

/** When it is to end, and what comes of it then. */
function EndField() {
  const t = useWords(terminationWords);
  const { terms } = useContract();
  const at = Form.useWatch<string | undefined>('at');
  const effectiveAt = Form.useWatch<string | undefined>('effectiveAt');
  return (
    <>
      <Form.Item
        name="effectiveAt"
        label={t('effectiveAt', { zone: terms.zone })}
        rules={[{ required: true, message: t('needed') }]}
      >
        <MomentInput zone={terms.zone} />
      </Form.Item>
      {effectiveAt && <Consequences wish={{ way: 'agreement', effectiveAt, ...(at && { at }) }} />}
    </>
  );
}
