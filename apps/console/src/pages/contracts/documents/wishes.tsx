import { Flex, Form, Segmented, Select } from 'antd';
import { api } from '~/api/api';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { type Kind } from './documents-table';
import { documentWords } from './words';

/** Which documents are wanted, as the API asks for it. */
export interface Wish {
  readonly kind?: Kind;
  /** The month that it is of. */
  readonly key?: string;
  readonly language?: 'zh-CN' | 'en';
}

interface Props {
  readonly wish: Wish;
  readonly onChange: (wish: Wish) => void;
}

/** Chooses documents by what they are, their month and their language. */
export function Wishes({ wish, onChange }: Props) {
  const t = useWords(documentWords);
  const { id } = useContract();
  const { month } = useFormats();
  const months = api.useQuery('get', '/api/v1/contracts/{contract}/months', {
    params: { path: { contract: id }, query: { limit: 200 } },
  });
  const kinds = Object.keys(documentWords.en.kinds) as Kind[];
  const { kind = '', key = '', language } = wish;
  /** The wish with one thing otherwise; what is empty is not asked for. */
  const change = (part: Partial<Record<keyof Wish, string>>) =>
    onChange(
      Object.fromEntries(Object.entries({ ...wish, ...part }).filter(([, value]) => value !== '')) as Wish,
    );
  return (
    <Flex gap="middle" wrap>
      <Form.Item label={t('kind')} htmlFor="document-kind">
        <Select
          id="document-kind"
          className="wide-number"
          value={kind}
          options={[
            { value: '', label: t('allKinds') },
            ...kinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          ]}
          onChange={(value) => change({ kind: value })}
        />
      </Form.Item>
      <Form.Item label={t('month')} htmlFor="document-month">
        <Select
          id="document-month"
          className="wide-number"
          value={key}
          options={[
            { value: '', label: t('allMonths') },
            ...(months.data?.items ?? []).map(({ period }) => ({ value: period, label: month(period) })),
          ]}
          onChange={(value) => change({ key: value })}
        />
      </Form.Item>
      <Form.Item label={t('language')}>
        <Segmented<'' | 'zh-CN' | 'en'>
          aria-label={t('language')}
          value={language ?? ''}
          options={[
            { value: '', label: t('allLanguages') },
            { value: 'zh-CN', label: t('chinese') },
            { value: 'en', label: t('english') },
          ]}
          onChange={(value) => change({ language: value })}
        />
      </Form.Item>
    </Flex>
  );
}
