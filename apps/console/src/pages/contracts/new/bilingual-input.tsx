import { Flex, Input } from 'antd';
import { useWords } from '~/words/words';
import { newWords } from './words';

/** Stands between the Chinese and the English part of a text that gives both. */
const BETWEEN = ' || ';

export function isBilingual(text: unknown): boolean {
  return typeof text === 'string' && text.includes(BETWEEN);
}

interface Props {
  readonly usual: string;
  readonly maximum: number;
  readonly id?: string;
  readonly value?: string | number | null;
  readonly onChange?: (value: string) => void;
}

/** A text that each language of the contract has in its own words. */
export function BilingualInput({ id, value, onChange, usual, maximum }: Props) {
  const t = useWords(newWords);
  const [chinese = '', english = ''] = String(value ?? '').split(BETWEEN);
  const [usualChinese = '', usualEnglish = ''] = usual.split(BETWEEN);
  const tell = (zh: string, en: string) =>
    // One part alone stands in both texts; nothing is the usual text.
    onChange?.(
      zh === '' && en === ''
        ? ''
        : `${zh === '' ? usualChinese : zh}${BETWEEN}${en === '' ? usualEnglish : en}`,
    );
  const size = { minRows: 1, maxRows: 5 };
  return (
    <Flex vertical gap={6}>
      <Input.TextArea
        {...(id !== undefined && { id })}
        aria-label={t('chinese')}
        lang="zh-CN"
        autoSize={size}
        maxLength={maximum}
        placeholder={usualChinese}
        value={chinese}
        onChange={({ target }) => tell(target.value, english)}
      />
      <Input.TextArea
        aria-label={t('english')}
        lang="en"
        autoSize={size}
        maxLength={maximum}
        placeholder={usualEnglish}
        value={english}
        onChange={({ target }) => tell(chinese, target.value)}
      />
    </Flex>
  );
}
