import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { useLanguage, useWords } from '~/words/words';
import { conditionText, readRuleSet, type Rule, valueText } from './rule-text';
import { templateWords } from './words';

/** The rule sets of a version as tables: the first row whose conditions hold decides. */
export function RuleSets({ rules }: { readonly rules: Readonly<Record<string, unknown>> }) {
  const t = useWords(templateWords);
  const language = useLanguage();
  return (
    <>
      {Object.entries(rules).map(([name, given]) => {
        const set = readRuleSet(given);
        const labelOf = (fact: string) => set.facts[fact]?.description?.[language] ?? fact;
        const columns: Column<Rule>[] = [
          {
            key: 'when',
            title: t('what'),
            cell: ({ conditions }) => conditionText(conditions, labelOf, language),
          },
          {
            key: 'then',
            title: t('result'),
            cell: ({ event }) => valueText(Object.values(event.params ?? {}), labelOf),
          },
        ];
        return (
          <Panel key={name} title={`${t('rules')}: ${name}`} about={`${t('clause')} ${set.clause}`}>
            <DataTable caption={name} columns={columns} rows={set.rules} rowKey={(rule) => rule.name} />
          </Panel>
        );
      })}
    </>
  );
}
