import { useState } from 'react';
import { type FormInstance } from 'antd';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { usePicked } from '~/parts/picked';
import { commonWords } from '~/words/common';
import { type Language, useLanguage, useWords } from '~/words/words';
import { type Template, withDefaults } from '../contract/parameters';
import { ClauseTexts } from '../terms/clause-texts';
import { LanguageChoice } from '../terms/clauses-panel';
import { type Draft } from './draft';
import { clausesOf } from './reckon';
import { Reckoning } from './terms-step';
import { newWords } from './words';

interface Props {
  readonly form: FormInstance<Draft>;
  readonly template: Template;
}

/** All of it once more, and the text that it makes. */
export function ReviewStep({ form, template }: Props) {
  const t = useWords(newWords);
  const common = useWords(commonWords);
  const picked = usePicked();
  const draft = form.getFieldsValue(true) as Draft;
  return (
    <>
      <Panel title={t('partiesSummary')}>
        <Facts
          facts={[
            {
              key: 'template',
              label: t('template'),
              value: `${picked(template.title)} (${template.version})`,
            },
            { key: 'kind', label: t('kind'), value: t(draft.clock) },
            { key: 'clientId', label: t('clientId'), value: draft.clientId },
            ...(['client', 'provider'] as const).map((party) => ({
              key: party,
              label: common(`party.${party}`),
              value: draft.parties[party].fullName,
            })),
          ]}
        />
      </Panel>
      <Panel title={t('termsSummary')}>
        <Reckoning template={template} form={form} />
      </Panel>
      <Texts template={template} draft={draft} />
    </>
  );
}

interface TextsProps {
  readonly template: Template;
  readonly draft: Draft;
}

function Texts({ template: { id, version }, draft }: TextsProps) {
  const t = useWords(newWords);
  const [language, setLanguage] = useState<Language>(useLanguage());
  const query = api.useQuery('get', '/api/v1/templates/{template}', {
    params: { path: { template: id }, query: { language, version } },
  });
  return (
    <Panel
      title={t('clauses')}
      about={t('clausesAbout')}
      extra={<LanguageChoice language={language} onChange={setLanguage} />}
    >
      <Asked query={query} rows={10}>
        {(template) => (
          <ClauseTexts
            title={template.title[language]}
            clauses={clausesOf(template, withDefaults(template, draft.parameters), draft.parties, language)}
            language={language}
          />
        )}
      </Asked>
    </Panel>
  );
}
