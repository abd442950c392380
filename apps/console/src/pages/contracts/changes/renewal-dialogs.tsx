import { Form, InputNumber } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { ActDialog } from '~/parts/act-dialog';
import { useWords } from '~/words/words';
import { type Contract, useContract } from '../contract/contract';
import { filled, ReasonField } from '../contract/fact-fields';
import { PartyField } from '../contract/party-field';
import { changedParameters, ParameterChangeFields, type ParameterChanges } from './parameter-changes';
import { changesWords } from './words';

interface Renewal extends ParameterChanges {
  readonly termMonths?: number | null;
}

/** The contract that follows, as a draft. */
export function RenewDialog({ termMonths }: { readonly termMonths: number }) {
  const t = useWords(changesWords);
  const navigate = useNavigate();
  const { id } = useContract();
  return (
    <ActDialog<Renewal, Contract | undefined>
      trigger={t('renew')}
      title={t('renew')}
      okText={t('renew')}
      isWide
      done={t('renewed')}
      act={async (values, client) =>
        (await answered(
          client.POST('/api/v1/contracts/{contract}/renewals', {
            params: { path: { contract: id } },
            body: {
              ...(values.termMonths && { termMonths: values.termMonths }),
              parameters: changedParameters(values),
            },
          }),
        )) as Contract | undefined
      }
      onDone={(contract) =>
        contract && void navigate({ to: '/contracts/$contract', params: { contract: contract.id } })
      }
    >
      <p>{t('renewHelp')}</p>
      <Form.Item
        name="termMonths"
        label={t('termMonths')}
        extra={t('termMonthsHelp', { months: termMonths })}
      >
        <InputNumber min={1} max={120} precision={0} className="wide-number" />
      </Form.Item>
      <ParameterChangeFields without={['termStart', 'termMonths']} />
    </ActDialog>
  );
}

export function ObjectDialog() {
  const t = useWords(changesWords);
  const { id } = useContract();
  return (
    <ActDialog<components['schemas']['RenewalObjection']>
      trigger={t('object')}
      triggerProps={{ danger: true }}
      title={t('object')}
      okText={t('object')}
      isDanger
      done={t('objected')}
      initialValues={{ party: 'client' }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/renewals/objection', {
            params: { path: { contract: id } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('objectHelp')}</p>
      <PartyField />
      <ReasonField />
    </ActDialog>
  );
}
