import { type components } from '#client/openapi';
import { slaWords, useSlaNames, isOneOf } from '~/words/sla';
import { useWords, words } from '~/words/words';

export type RuleResult = components['schemas']['Receipt']['rules'][number];
export type Condition = RuleResult['condition'];

const conditionWords = words({
  en: {
    all: 'all of these',
    any: 'any of these',
    not: 'not this',
    holds: 'holds',
    fails: 'does not hold',
    decided: 'decided',
    wasNot: 'did not hold',
    comparison: '{name} {operator} {expected}',
    is: '(is {actual})',
    operator: {
      equal: 'is',
      notEqual: 'is not',
      in: 'is one of',
      notIn: 'is none of',
      lessThan: 'is less than',
      lessThanInclusive: 'is at most',
      greaterThan: 'is more than',
      greaterThanInclusive: 'is at least',
      onOrBefore: 'is at the latest',
      atLeast: 'is at least',
    },
    yes: 'yes',
    no: 'no',
    nothing: 'not there',
    otherwise: 'the rules before it did not hold',
  },
  'zh-CN': {
    all: '同时满足',
    any: '满足其一',
    not: '不满足',
    holds: '成立',
    fails: '不成立',
    decided: '据此决定',
    wasNot: '不成立',
    comparison: '{name}{operator}{expected}',
    is: '（实际为{actual}）',
    operator: {
      equal: '为',
      notEqual: '不为',
      in: '为其中之一：',
      notIn: '不为其中任何一项：',
      lessThan: '低于',
      lessThanInclusive: '不高于',
      greaterThan: '高于',
      greaterThanInclusive: '不低于',
      onOrBefore: '不晚于',
      atLeast: '不低于',
    },
    yes: '是',
    no: '否',
    nothing: '无',
    otherwise: '其前各规则均不成立',
  },
});

/** Values of facts as people say them. */
export function useValueText(): (value: unknown) => string {
  const t = useWords(conditionWords);
  const sla = useWords(slaWords);
  const names = useSlaNames();
  const text = (value: unknown): string => {
    if (value === null || value === undefined) return t('nothing');
    if (value === true) return t('yes');
    if (value === false) return t('no');
    if (Array.isArray(value)) return value.map(text).join(' · ');
    if (typeof value === 'object') return JSON.stringify(value);
    const plain = typeof value === 'string' ? value : String(value as number);
    if (isOneOf(slaWords.en.level, plain)) return sla(`level.${plain}`);
    return names.target(names.priority(plain));
  };
  return text;
}

/** What a fact is called. */
export function useFactName(): (fact: string) => string {
  const t = useWords(slaWords);
  return (fact) => {
    switch (fact) {
      case 'urgency':
      case 'impact':
      case 'coreBusinessDown':
      case 'severeSecurityRisk':
        return t(fact);
      default:
        return fact;
    }
  };
}

export function useOperator(): (operator: string) => string {
  const t = useWords(conditionWords);
  return (operator) => (isOneOf(conditionWords.en.operator, operator) ? t(`operator.${operator}`) : operator);
}

/** The rules that were tried, in their order; the one that decided is the last. */
export function RuleList({ rules }: { readonly rules: readonly RuleResult[] }) {
  const t = useWords(conditionWords);
  return (
    <ol className="rules">
      {rules.map(({ rule, fired, condition }) => (
        <li key={rule} className={fired ? 'rule is-fired' : 'rule'}>
          <details open={fired}>
            <summary>
              <strong>{rule}</strong>{' '}
              <span className={fired ? 'text-success' : 'text-secondary'}>
                {fired ? `✓ ${t('decided')}` : `✗ ${t('wasNot')}`}
              </span>
            </summary>
            <ConditionTree condition={condition} />
          </details>
        </li>
      ))}
    </ol>
  );
}

/** A condition and how it turned out; a group with those that are in it. */
export function ConditionTree({ condition }: { readonly condition: Condition }) {
  const t = useWords(conditionWords);
  const nameOf = useFactName();
  const valueText = useValueText();
  const operatorText = useOperator();
  const { fact, operator, expected, actual, result, conditions } = condition;
  const sign = result ? '✓' : '✗';
  const outcome = (
    <span className={result ? 'text-success' : 'text-secondary'}>
      {sign} <span className="only-read">{result ? t('holds') : t('fails')}</span>
    </span>
  );
  if (fact === undefined) {
    const group = operator === 'all' || operator === 'any' || operator === 'not' ? t(operator) : operator;
    return (
      <div className="condition">
        {outcome} {group}
        <ul>
          {(conditions ?? []).map((each) => (
            <li key={JSON.stringify(each)}>
              <ConditionTree condition={each} />
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div className="condition">
      {outcome}{' '}
      {t('comparison', {
        name: nameOf(fact),
        operator: operatorText(operator),
        expected: valueText(expected),
      })}{' '}
      {!result && <span className="text-secondary">{t('is', { actual: valueText(actual) })}</span>}
    </div>
  );
}
