import { Button, Flex, Form, Input, InputNumber, Select } from 'antd';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { type components } from '#client/openapi';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { type Contract } from '../contract/contract';
import { signingWords } from './words';
import './signing.css';

export type Sending = components['schemas']['Sending'];
type Signers = NonNullable<Sending['signers']>;

/** The contact person of each party: who signs where nobody else is named. */
export function contactPersons({ parties }: Contract): Signers {
  return (['client', 'provider'] as const).map((party) => ({
    party,
    name: parties[party]['contactPerson'] ?? '',
    title: parties[party]['contactTitle'] ?? '',
    email: parties[party]['email'] ?? '',
    turn: 1,
  }));
}

/** Who signs, in which turn, and how often they are reminded. */
export function SignerFields() {
  const t = useWords(signingWords);
  return (
    <>
      <h3 className="form-heading">{t('signers')}</h3>
      <p className="text-secondary">{t('turnHelp')}</p>
      <Form.List name="signers">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <SignerRow key={key} row={name} {...(rows.length > 2 && { onRemove: () => remove(name) })} />
            ))}
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ party: 'client', turn: 1 })}>
              {t('addSigner')}
            </Button>
          </>
        )}
      </Form.List>
      <Flex gap="middle" wrap className="form-end">
        <Form.Item name="remindEveryDays" label={t('remindEveryDays')}>
          <InputNumber min={0} max={60} precision={0} placeholder={t('byTerms')} className="wide-number" />
        </Form.Item>
        <Form.Item name="mostReminders" label={t('mostReminders')}>
          <InputNumber min={0} max={20} precision={0} placeholder={t('byTerms')} className="wide-number" />
        </Form.Item>
      </Flex>
    </>
  );
}

interface RowProps {
  readonly row: number;
  readonly onRemove?: () => void;
}

function SignerRow({ row, onRemove }: RowProps) {
  const t = useWords(signingWords);
  const common = useWords(commonWords);
  const needed = { required: true, message: t('needed') };
  const parties = (['client', 'provider'] as const).map((value) => ({
    value,
    label: common(`party.${value}`),
  }));
  return (
    <fieldset className="signer-row">
      <legend className="only-read">{`${t('signer')} ${row + 1}`}</legend>
      <Form.Item name={[row, 'party']} label={t('partyOf')} rules={[needed]}>
        <Select options={parties} />
      </Form.Item>
      <Form.Item name={[row, 'name']} label={t('name')} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={[row, 'title']} label={t('title')} rules={[needed]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name={[row, 'email']}
        label={t('email')}
        rules={[needed, { type: 'email', message: t('emailWrong') }]}
      >
        <Input type="email" maxLength={200} />
      </Form.Item>
      <Form.Item name={[row, 'turn']} label={t('turn')}>
        <InputNumber min={1} max={20} precision={0} />
      </Form.Item>
      {onRemove && (
        <Button
          icon={<DeleteOutlined aria-hidden />}
          className="signer-remove"
          aria-label={t('removeSigner', { name: `${t('signer')} ${row + 1}` })}
          onClick={onRemove}
        />
      )}
    </fieldset>
  );
}

/** What was typed, without what was left empty. */
export function sendingOf({ signers, remindEveryDays, mostReminders }: Sending): Sending {
  return {
    ...(signers && { signers }),
    ...(typeof remindEveryDays === 'number' && { remindEveryDays }),
    ...(typeof mostReminders === 'number' && { mostReminders }),
  };
}
