import { useState } from 'react';
import { Button } from 'antd';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { usePicked } from '~/parts/picked';
import { Secondary } from '~/parts/text';
import { useLanguage, useWords } from '~/words/words';
import { useClauseName } from '../contract/clause';
import { type Parameter, parameterText, type ParameterValue } from '../contract/parameters';
import { useTemplateOf } from '../contract/service-words';
import { type TermsAt } from './terms-page';
import { termsWords } from './words';

/**
 * Each parameter as it was agreed, those first that are not as usual; only for whom may read the template, which has
 * their names.
 */
export function ParametersPanel({ agreed }: { readonly agreed: TermsAt }) {
  const t = useWords(termsWords);
  const template = useTemplateOf();
  const [isWhole, setWhole] = useState(false);
  const values = agreed.terms.parameters;
  const columns = useParameterColumns(values);
  if (!template) return null;
  const all = template.parameters.filter(({ name }) => values[name] !== undefined);
  const own = all.filter(({ name, default: usual }) => String(values[name]) !== String(usual));
  return (
    <Panel title={t('parameters')} about={t('parametersAbout')}>
      <DataTable
        caption={t('parameters')}
        columns={columns}
        rows={isWhole ? all : own}
        rowKey={({ name }) => name}
      />
      {!isWhole && all.length > own.length && (
        <Button block className="form-end" onClick={() => setWhole(true)}>
          {t('alsoUsual', { count: all.length - own.length })}
        </Button>
      )}
    </Panel>
  );
}

function useParameterColumns(values: TermsAt['terms']['parameters']): Column<Parameter>[] {
  const t = useWords(termsWords);
  const picked = usePicked();
  const clauseName = useClauseName();
  return [
    {
      key: 'parameter',
      title: t('parameter'),
      cell: ({ label, help }) => <span title={picked(help)}>{picked(label)}</span>,
    },
    {
      key: 'value',
      title: t('value'),
      cell: (parameter) => <Agreed parameter={parameter} value={values[parameter.name]} />,
    },
    { key: 'clause', title: t('clause'), isExtra: true, cell: ({ clause }) => clauseName(clause) },
  ];
}

interface AgreedProps {
  readonly parameter: Parameter;
  readonly value: ParameterValue | undefined;
}

function Agreed({ parameter, value }: AgreedProps) {
  const t = useWords(termsWords);
  const language = useLanguage();
  if (value === undefined) return '–';
  const isUsual = String(parameter.default) === String(value);
  return (
    <>
      {parameterText(parameter, value, language)} {isUsual && <Secondary>{`(${t('usual')})`}</Secondary>}
    </>
  );
}
