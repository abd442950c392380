import { useState } from 'react';
import { Segmented } from 'antd';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { type Language, useLanguage, useWords } from '~/words/words';
import { ClauseTexts } from './clause-texts';
import { termsWords } from './words';

interface Props {
  readonly contract: string;
  readonly at: string | undefined;
}

/** The text of the contract, in either of its languages. */
export function ClausesPanel({ contract, at }: Props) {
  const t = useWords(termsWords);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/clauses', {
    params: { path: { contract }, query: { language, ...(at !== undefined && { at }) } },
  });
  return (
    <Panel
      title={t('clauses')}
      about={t('clausesAbout')}
      extra={<LanguageChoice language={language} onChange={setLanguage} />}
    >
      <Asked query={query} rows={10}>
        {({ title, clauses }) => <ClauseTexts title={title} clauses={clauses} language={language} />}
      </Asked>
    </Panel>
  );
}

interface ChoiceProps {
  readonly language: Language;
  readonly onChange: (language: Language) => void;
}

export function LanguageChoice({ language, onChange }: ChoiceProps) {
  const t = useWords(termsWords);
  return (
    <Segmented<Language>
      aria-label={t('language')}
      value={language}
      options={[
        { value: 'zh-CN', label: t('chinese') },
        { value: 'en', label: t('english') },
      ]}
      onChange={onChange}
    />
  );
}
