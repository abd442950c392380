import { type FactDefinition } from '#domain/decision';
import { type Choice } from './grid-field';
import { ANYTHING, type Table, typedOf } from './table-text';

type Facts = Readonly<Record<string, FactDefinition>>;

interface Words {
  readonly anything: string;
  readonly yes: string;
  readonly no: string;
}

/** What a cell of the fact may say, the usual of it: other things can be typed. */
export function cellChoices(fact: string, facts: Facts, words: Words): readonly Choice[] {
  const definition = facts[fact];
  const anything = { value: ANYTHING, label: `${ANYTHING}  ${words.anything}` };
  if (definition?.type === 'boolean')
    return [
      anything,
      { value: 'true', label: `true  ${words.yes}` },
      { value: 'false', label: `false  ${words.no}` },
    ];
  if (definition?.values) {
    const { values } = definition;
    return [anything, ...values.map(same), ...values.map((value) => same(`not ${value}`))];
  }
  const alike = Object.keys(facts).filter((name) => name !== fact && facts[name]?.type === definition?.type);
  const signs = definition?.type === 'string' ? [''] : ['<= ', '> '];
  return [anything, ...alike.flatMap((name) => signs.map((sign) => same(`${sign}{${name}}`)))];
}

/** What a row may give: what others give, what is known to be possible, and what a fact says that no row looks at. */
export function outcomeChoices(
  table: Table,
  outcome: string,
  possible: readonly Choice[],
): readonly Choice[] {
  const given = table.rows.map(({ then }) => typedOf(then[outcome])).filter((each) => each !== '');
  const facts = Object.keys(table.facts).filter((name) => !table.inputs.includes(name));
  const others = [...given, ...facts.map((name) => `{${name}}`)];
  const known = new Set(possible.map(({ value }) => value));
  return [...possible, ...[...new Set(others)].filter((each) => !known.has(each)).map(same)];
}

function same(value: string): Choice {
  return { value, label: value };
}
