import { bindingSlips } from '#templates/binding-slips';
import { bindingsIn, PARTY_BINDINGS } from '#templates/bindings';
import { type Language, useLanguage, useWords } from '~/words/words';
import { type Base, type ClauseRow, type ClauseSide, type Parameter, readClause } from './clause-model';
import { clauseWords } from './clause-words';

/** How a name that a clause binds is called in the language of the page. */
export function useBindingLabel(parameters: readonly Parameter[]): (name: string) => string {
  const t = useWords(clauseWords);
  const language = useLanguage();
  return (name) => {
    const parameter = parameters.find((each) => each.name === name);
    if (parameter) return parameter.label[language];
    if (name === 'termLastDay') return t('lastDay');
    if (name === 'totalContractAmount') return t('total');
    return PARTY_BINDINGS.includes(name) ? partyLabel(name, language) : name;
  };
}

/** `Client: full name` */
export function partyLabel(name: string, language: Language): string {
  const { party, field } = clauseWords[language];
  const [role = '', member = ''] = name.split('.');
  const labels: Readonly<Record<string, string>> = field;
  const who = role === 'client' ? party.client : party.provider;
  return language === 'en' ? `${who}: ${labels[member] ?? member}` : `${who}${labels[member] ?? member}`;
}

/** What is amiss with a clause in one language, in the language of the page, as it is being typed. */
export function useSlips(
  parameters: readonly Parameter[],
  base: Base | null,
): (row: ClauseRow, language: Language) => string[] {
  const t = useWords(clauseWords);
  const labelOf = useBindingLabel(parameters);
  return ({ number, sides }, language) => {
    const side = sides[language];
    if (side === null) return [t('onlyLanguage')];
    const { clause, faults } = readClause(number, side);
    const slips = bindingSlips(clause, parameters).map((slip) => {
      if (slip.kind === 'strayBraces') return t('strayBraces');
      const said = { name: `{{${slip.name}}}`, label: labelOf(slip.name) };
      return slip.kind === 'elsewhere'
        ? t('elsewhere', { ...said, clause: slip.clause })
        : t(slip.kind, said);
    });
    const other = sides[language === 'en' ? 'zh-CN' : 'en'];
    const onlyHere = freeBindings(side.text, parameters)
      .filter((name) => other !== null && !bindingsIn(other.text).includes(name))
      .map((name) => t('onlyHere', { name: `{{${name}}}`, label: labelOf(name) }));
    const isSame = side.isOwn && isOfBase(number, side, base?.[language].clauses ?? []);
    return [...new Set([...(isSame ? [t('same')] : []), ...slips, ...onlyHere, ...faults])];
  };
}

/** A variant says only what differs: a text that was copied is to be changed. */
function isOfBase(number: string, side: ClauseSide, clauses: Base[Language]['clauses']): boolean {
  const clause = clauses.find((each) => each.number === number);
  return clause !== undefined && clause.title === side.title && clause.text === side.text.trim();
}

/** What a clause need not print, but then in both languages: what follows from the parameters. */
function freeBindings(text: string, parameters: readonly Parameter[]): string[] {
  const names = parameters.map(({ name }) => name);
  const derived = ['termLastDay', 'totalContractAmount'];
  return bindingsIn(text).filter((name) => derived.includes(name) && !names.includes(name));
}
