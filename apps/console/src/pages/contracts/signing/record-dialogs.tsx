import { Form, Input } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { ActDialog } from '~/parts/act-dialog';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { type Contract, type Party } from '../contract/contract';
import { AtField, filled, ReasonField } from '../contract/fact-fields';
import { PartyField } from '../contract/party-field';
import { signingWords } from './words';

type Schemas = components['schemas'];

interface RecordProps {
  readonly contract: Contract;
  readonly party: Party;
}

/** A signature that was given elsewhere. */
export function RecordDialog({ contract, party }: RecordProps) {
  const t = useWords(signingWords);
  const common = useWords(commonWords);
  const name = common(`party.${party}`);
  return (
    <ActDialog<Omit<Schemas['Signature'], 'party'>>
      trigger={t('recordFor', { party: name })}
      title={t('recordFor', { party: name })}
      okText={t('record')}
      done={t('recorded')}
      initialValues={{ signer: contract.parties[party]['contactPerson'] ?? '' }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/signatures', {
            params: { path: { contract: contract.id } },
            body: { ...filled(values), party },
          }),
        )
      }
    >
      <p>{t('recordHelp', { party: name })}</p>
      <Form.Item
        name="signer"
        label={t('recordSigner')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <AtField />
    </ActDialog>
  );
}

export function DeclineDialog({ contract }: { readonly contract: Contract }) {
  const t = useWords(signingWords);
  return (
    <ActDialog<Schemas['Declining']>
      trigger={t('decline')}
      triggerProps={{ danger: true }}
      title={t('decline')}
      okText={t('decline')}
      isDanger
      done={t('declined')}
      initialValues={{ party: 'client' }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/decline', {
            params: { path: { contract: contract.id } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('declineHelp')}</p>
      <PartyField />
      <ReasonField />
      <AtField />
    </ActDialog>
  );
}

interface WithdrawProps {
  readonly contract: string;
  readonly envelope: string;
}

export function WithdrawDialog({ contract, envelope }: WithdrawProps) {
  const t = useWords(signingWords);
  return (
    <ActDialog<Schemas['Withdrawal']>
      trigger={t('withdraw')}
      triggerProps={{ danger: true }}
      title={t('withdrawTitle')}
      okText={t('withdraw')}
      isDanger
      done={t('withdrawn')}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/envelopes/{envelope}/withdraw', {
            params: { path: { contract, envelope } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('withdrawHelp')}</p>
      <ReasonField />
    </ActDialog>
  );
}
