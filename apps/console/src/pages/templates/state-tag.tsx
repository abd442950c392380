import { Tag } from 'antd';
import { type components } from '#client/openapi';
import { useWords } from '~/words/words';
import { templateWords } from './words';

type State = components['schemas']['TemplateVersionLine']['state'];

const COLOURS: Readonly<Record<State, string>> = {
  draft: 'default',
  inReview: 'processing',
  published: 'success',
  retired: 'warning',
};

export function StateTag({ state }: { readonly state: State }) {
  const t = useWords(templateWords);
  return <Tag color={COLOURS[state]}>{t(`state.${state}`)}</Tag>;
}
