import { useState } from 'react';
import { Form, type FormInstance, Input, Select } from 'antd';
import { answered } from '#client/client';
import { api, client } from '~/api/api';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { PARTY_FIELDS, type PartyField, partyWords } from '../contract/party-words';
import { type Draft } from './draft';
import { newWords } from './words';

/** Who contracts with whom. */
export function PartiesStep({ form }: { readonly form: FormInstance<Draft> }) {
  const t = useWords(newWords);
  const common = useWords(commonWords);
  return (
    <>
      <Panel title={t('parties')}>
        <div className="form-grid">
          <Form.Item
            name="clientId"
            label={t('clientId')}
            extra={t('clientIdHelp')}
            rules={[
              { required: true, whitespace: true, message: t('needed') },
              { pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._-]{0,63}\s*$/, message: t('clientIdWrong') },
            ]}
          >
            <Input maxLength={64} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="id"
            label={t('id')}
            extra={t('idHelp')}
            rules={[{ pattern: /^C-[A-Z0-9-]{1,40}$/, message: t('idWrong') }]}
          >
            <Input maxLength={64} autoComplete="off" />
          </Form.Item>
          <TakeOver form={form} />
        </div>
      </Panel>
      {(['client', 'provider'] as const).map((party) => (
        <Panel key={party} title={common(`party.${party}`)}>
          <div className="form-grid">
            {PARTY_FIELDS.map((field) => (
              <PartyInput key={field} party={party} field={field} />
            ))}
          </div>
        </Panel>
      ))}
    </>
  );
}

interface InputProps {
  readonly party: 'client' | 'provider';
  readonly field: PartyField;
}

function PartyInput({ party, field }: InputProps) {
  const t = useWords(newWords);
  const label = useWords(partyWords);
  const needed = field === 'taxpayerId' ? [] : [{ required: true, whitespace: true, message: t('needed') }];
  const wellFormed = field === 'email' ? [{ type: 'email' as const, message: t('emailWrong') }] : [];
  return (
    <Form.Item name={['parties', party, field]} label={label(field)} rules={[...needed, ...wellFormed]}>
      <Input maxLength={200} autoComplete="off" />
    </Form.Item>
  );
}

/** Parties are seldom new: the provider never is. */
function TakeOver({ form }: { readonly form: FormInstance<Draft> }) {
  const t = useWords(newWords);
  const [error, setError] = useState<unknown>(null);
  const { data } = api.useQuery('get', '/api/v1/contracts', { params: { query: { limit: 50 } } });
  if (!data || data.items.length === 0) return null;
  const takeOver = async (contract: string) => {
    try {
      const params = { path: { contract } };
      const { parties, clientId } = await answered(client.GET('/api/v1/contracts/{contract}', { params }));
      form.setFieldsValue({ parties: parties as unknown as Draft['parties'] });
      // What somebody has typed by themselves stays.
      if (!form.isFieldTouched('clientId')) form.setFieldsValue({ clientId });
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <Form.Item label={t('takeOver')} htmlFor="take-over" extra={t('takeOverHelp')}>
      <Select
        id="take-over"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('takeOverHint')}
        options={data.items.map(({ id, clientName }) => ({ value: id, label: `${clientName} · ${id}` }))}
        onChange={(contract: string) => void takeOver(contract)}
      />
      {error !== null && <ProblemAlert error={error} />}
    </Form.Item>
  );
}
