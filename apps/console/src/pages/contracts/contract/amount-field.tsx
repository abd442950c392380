import { Form, Input } from 'antd';
import { amountInCapitals } from '#domain/money/capitals';
import { parseYuan } from '#domain/money/fen';
import { useLanguage } from '~/words/words';
import { yuanOf } from './yuan';

interface Props {
  readonly label: string;
  readonly needed: string;
}

/** An amount as text: it never becomes a binary fraction. In Chinese its capitals stand below, as on a bill. */
export function AmountField({ label, needed }: Props) {
  const language = useLanguage();
  const amount = Form.useWatch<string | undefined>('amount');
  const parsed = parseYuan(yuanOf(amount ?? ''));
  const capitals =
    language === 'zh-CN' && parsed !== null && parsed >= 0 ? amountInCapitals(parsed) : undefined;
  return (
    <Form.Item
      name="amount"
      label={label}
      extra={capitals}
      validateTrigger="onBlur"
      rules={[
        { required: true, message: needed },
        {
          validator: (_, value: string | undefined) =>
            !value || parseYuan(yuanOf(value)) !== null
              ? Promise.resolve()
              : Promise.reject(new Error(needed)),
        },
      ]}
    >
      <Input inputMode="decimal" prefix="¥" autoComplete="off" />
    </Form.Item>
  );
}
