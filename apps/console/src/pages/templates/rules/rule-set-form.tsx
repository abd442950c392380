import { type ReactNode } from 'react';
import { AutoComplete, Input, Select } from 'antd';
import { type FactDefinition } from '#domain/decision';
import { useLanguage, useWords } from '~/words/words';
import { factValueFault, referenceFault } from './cell-faults';
import { replaced, withMember } from './json-text';
import { type ComparedValue, type ReadRule, type ReadRuleSet } from './rule-set-text';
import { conditionPhrase, factLabel, outcomeLabel, ruleSentence } from './sentence';
import { givenOf, typedOf } from './table-text';
import { type Choice } from './grid-field';
import { ruleWords } from './words';
import './rules.css';

interface Props {
  readonly text: string;
  readonly set: ReadRuleSet;
  readonly outcomes: Readonly<Record<string, readonly Choice[]>>;
  readonly onChange: (text: string) => void;
}

/** A rule set, the rule that is tried first on top: each as a sentence, with the values in it to be changed. */
export function RuleSetForm({ text, set, outcomes, onChange }: Props) {
  const t = useWords(ruleWords);
  const language = useLanguage();
  return (
    <>
      <p className="text-secondary">{t('rulesHelp')}</p>
      {set.rules.map((rule) => (
        <section key={rule.at.join('.')} className="rule-card">
          <h3>
            {rule.name}{' '}
            <small className="text-secondary">{t('rulePriority', { priority: String(rule.priority) })}</small>
          </h3>
          <div>{ruleSentence(rule.conditions, rule.params, set.facts, language)}</div>
          <div className="rule-values">
            {rule.values.map((value) => (
              <Compared
                key={value.path.join('.')}
                rule={rule}
                compared={value}
                set={set}
                onChange={(next) => onChange(replaced(text, value.path, next))}
              />
            ))}
            {Object.entries(rule.params).map(([name, given]) => (
              <Field
                key={name}
                label={t('outcome', { name: outcomeLabel(name, language) })}
                fault={referenceFault(given, set.facts, language)}
              >
                <AutoComplete
                  aria-label={t('paramOf', { rule: rule.name, name: outcomeLabel(name, language) })}
                  value={typedOf(given)}
                  options={[...(outcomes[name] ?? []), ...referencesOf(set)]}
                  onChange={(typed: string | undefined) =>
                    onChange(
                      withMember(text, [...rule.at, 'event', 'params'], name, givenOf(typed ?? '', given)),
                    )
                  }
                />
              </Field>
            ))}
          </div>
        </section>
      ))}
    </>
  );
}

function referencesOf({ facts }: ReadRuleSet): { value: string }[] {
  return Object.entries(facts)
    .filter(([, { type }]) => type === 'decimal' || type === 'number')
    .map(([name]) => ({ value: `{${name}}` }));
}

function Field({ label, fault, children }: { label: string; fault: string | null; children: ReactNode }) {
  return (
    <div className="rule-value">
      <span className="text-secondary">{label}</span>
      {children}
      {fault !== null && (
        <span className="text-danger grid-fault" role="status">
          {fault}
        </span>
      )}
    </div>
  );
}

interface ComparedProps {
  readonly rule: ReadRule;
  readonly compared: ComparedValue;
  readonly set: ReadRuleSet;
  readonly onChange: (value: unknown) => void;
}

function Compared({ rule, compared, set, onChange }: ComparedProps) {
  const t = useWords(ruleWords);
  const language = useLanguage();
  const { fact, operator, value } = compared;
  const definition = set.facts[fact];
  // The condition without its value: `"Misses" is at least …`.
  const label = conditionPhrase({ fact, operator, value: '…' }, set.facts, language);
  const name = t('valueOf', { rule: rule.name, fact: factLabel(set.facts, fact, language), operator });
  const fault = definition ? valueFaultOf(value, definition, set, language) : null;
  return (
    <Field label={label} fault={fault}>
      {definition && <ValueField {...{ name, definition, value, set, onChange }} />}
    </Field>
  );
}

function valueFaultOf(
  value: unknown,
  definition: FactDefinition,
  { facts }: ReadRuleSet,
  language: 'en' | 'zh-CN',
): string | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return referenceFault(value, facts, language);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  for (const each of values) {
    if (typeof each !== 'string' && typeof each !== 'number' && typeof each !== 'boolean') continue;
    const fault = factValueFault(each, definition, language);
    if (fault) return fault;
  }
  return null;
}

interface ValueProps {
  readonly name: string;
  readonly definition: FactDefinition;
  readonly value: unknown;
  readonly set: ReadRuleSet;
  readonly onChange: (value: unknown) => void;
}

/** A value by the type of its fact: chosen where there is something to choose from. */
function ValueField({ name, definition, value, set, onChange }: ValueProps) {
  const t = useWords(ruleWords);
  const { type, values } = definition;
  if (type === 'boolean')
    return (
      <Select
        aria-label={name}
        value={value}
        options={[
          { value: true, label: t('yes') },
          { value: false, label: t('no') },
        ]}
        onChange={onChange}
      />
    );
  if (Array.isArray(value))
    return (
      <Select
        mode={values ? 'multiple' : 'tags'}
        aria-label={name}
        value={value.map(String)}
        options={(values ?? []).map((each) => ({ value: each, label: each }))}
        onChange={(next: string[]) => onChange(next.map((each) => scalarOf(each, type)))}
      />
    );
  if (values && typeof value === 'string')
    return (
      <Select
        aria-label={name}
        value={value}
        options={values.map((each) => ({ value: each, label: each }))}
        onChange={onChange}
      />
    );
  const alike = Object.keys(set.facts).filter((each) => set.facts[each]?.type === type);
  return type === 'string' ? (
    <Input aria-label={name} value={typed(value)} onChange={({ target }) => onChange(target.value)} />
  ) : (
    <AutoComplete
      aria-label={name}
      value={typed(value)}
      options={alike.map((each) => ({ value: `{${each}}` }))}
      onChange={(next: string | undefined) => onChange(orReference(next ?? '', type))}
    />
  );
}

function typed(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'fact' in value) return `{${String(value.fact)}}`;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function orReference(text: string, type: FactDefinition['type']): unknown {
  const given = givenOf(text, undefined);
  return typeof given === 'object' ? given : scalarOf(text, type);
}

function scalarOf(text: string, type: FactDefinition['type']): string | number {
  return type === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}
