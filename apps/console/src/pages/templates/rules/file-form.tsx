import { type ReactNode } from 'react';
import { DecisionTable } from './decision-table';
import { type Names } from './parameter-names';
import { ParametersForm } from './parameters-form';
import { readParameters } from './parameters-text';
import { RuleSetForm } from './rule-set-form';
import { readRuleSetText } from './rule-set-text';
import { readTable } from './table-text';
import { TargetsForm } from './targets-form';
import { readTargets } from './targets-text';

interface Props {
  readonly file: string;
  readonly text: string;
  readonly names: Names;
  readonly onChange: (text: string) => void;
  readonly onUsual: (name: string, value: number) => void;
}

type Form = 'table' | 'ruleSet' | 'targets' | 'parameters';

/** Which form a file has beside its text, by how it is called; null where it has none. */
export function formOf(file: string): Form | null {
  if (file.endsWith('.table.json')) return 'table';
  if (file.endsWith('.rules.json')) return 'ruleSet';
  if (/(^|\/)targets\.json$/.test(file)) return 'targets';
  return /(^|\/)parameters\.json$/.test(file) ? 'parameters' : null;
}

/** The form of a file, every change of which is a change of its text; `unreadable` where it has not got its shape now. */
export function FileForm({ unreadable, ...props }: Props & { readonly unreadable: ReactNode }) {
  const { file, text, names, onChange, onUsual } = props;
  const outcomes = { priority: names.priorities };
  switch (formOf(file)) {
    case 'table': {
      const table = readTable(text);
      return table ? <DecisionTable {...{ file, text, table, outcomes, onChange }} /> : unreadable;
    }
    case 'ruleSet': {
      const set = readRuleSetText(text);
      return set ? <RuleSetForm {...{ text, set, outcomes, onChange }} /> : unreadable;
    }
    case 'targets': {
      const targets = readTargets(text);
      const { parameters } = names;
      return targets ? (
        <TargetsForm {...{ file, text, targets, parameters, onChange, onUsual }} />
      ) : (
        unreadable
      );
    }
    case 'parameters': {
      const parameters = readParameters(text);
      return parameters ? <ParametersForm {...{ file, text, parameters, onChange }} /> : unreadable;
    }
    case null:
      return null;
  }
}
