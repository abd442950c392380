import { Form, Input } from 'antd';
import { MomentInput } from '~/parts/moment-input';
import { useWords } from '~/words/words';
import { useContract } from './contract';
import { factWords } from './fact-words';

/** When something happened; left empty it is now. */
export function AtField({ name = 'at' }: { readonly name?: string }) {
  const t = useWords(factWords);
  const { terms } = useContract();
  return (
    <Form.Item name={name} label={t('at', { zone: terms.zone })} extra={t('atHelp')}>
      <MomentInput zone={terms.zone} />
    </Form.Item>
  );
}

interface ReasonProps {
  readonly name?: string;
  readonly label?: string;
  readonly isNeeded?: boolean;
  readonly help?: string;
}

export function ReasonField({ name = 'reason', label, isNeeded = true, help }: ReasonProps) {
  const t = useWords(factWords);
  return (
    <Form.Item
      name={name}
      label={label ?? t('reason')}
      {...(help !== undefined && { extra: help })}
      rules={isNeeded ? [{ required: true, whitespace: true, message: t('needed') }] : []}
    >
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
    </Form.Item>
  );
}

/** What was typed, without what was left empty: the API takes no empty text for none. */
export function filled<Values extends object>(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as Values;
}
