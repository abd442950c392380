import { Form, Radio } from 'antd';
import { useSession } from '~/api/session';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { factWords } from './fact-words';

/** For which party something is done. Whoever is signed in as a party speaks for that one only. */
export function PartyField({ label }: { readonly label?: string }) {
  const t = useWords(factWords);
  const common = useWords(commonWords);
  const { role } = useSession();
  const parties = role === 'party' ? (['client'] as const) : (['client', 'provider'] as const);
  return (
    <Form.Item name="party" label={label ?? t('party')} rules={[{ required: true, message: t('needed') }]}>
      <Radio.Group options={parties.map((value) => ({ value, label: common(`party.${value}`) }))} />
    </Form.Item>
  );
}
