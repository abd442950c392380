import { isReference } from '#decisions/conditions';
import { type RuleSet } from '#domain/decision';
import { bindingsIn } from '#templates/bindings';
import { clauseConditions, clauseTextFor } from '#templates/clause-text';
import { plainRatio } from '#templates/permille-words';
import { slotsOf } from '#templates/slots';
import { LANGUAGES, type Language, type Template } from '#templates/template';
import { type ProofContext, distinctTrials } from './context.js';
import { type Finding, type ProofCheck, Tally, type Words } from './report.js';
import { usedFacts } from './rules.js';
import { type Trial } from './trials.js';

type Consequence = Template['terms']['consequences'][number];

/**
 * Clause and rule go together: every consequence has a clause in both languages and a rule set that names that clause;
 * every ratio that a clause prints is used by a rule or a cap, every parameter of a rule is printed by a clause.
 */
export function clauseChecks({ template, trials }: ProofContext): ProofCheck[] {
  const rules = new Tally('clauses.rules', RULES);
  const printed = new Tally('clauses.printed', PRINTED);
  lookAtRuleSets(template, rules);
  for (const trial of distinctTrials(trials, (each) => decisionsOf(template, each))) {
    for (const language of LANGUAGES) {
      const texts = textsIn(template, trial, language);
      lookAtConsequences(template, trial, texts, language, printed);
      lookAtRatios(template, trial, texts, language, printed);
    }
  }
  noteLiterals(template, printed);
  return [rules.check(), printed.check()];
}

/** Clauses and consequences hang on the decisions alone. */
function decisionsOf({ parameters }: Template, { terms }: Trial): unknown {
  return parameters.filter(({ type }) => type === 'enum').map(({ name }) => terms.parameters[name] ?? null);
}

/** What each clause prints in one contract: the names bound in it, and the decisions it has a text for. */
type Texts = ReadonlyMap<string, ReadonlySet<string>>;

function textsIn(template: Template, { terms }: Trial, language: Language): Texts {
  const texts = new Map<string, ReadonlySet<string>>();
  for (const clause of template.clauses[language]) {
    const text = clauseTextFor(clause, terms.parameters);
    if (text === null) continue;
    const decided = clauseConditions(clause).map(({ parameter }) => parameter);
    texts.set(clause.number, new Set([...bindingsIn(text), ...decided]));
  }
  return texts;
}

function lookAtRuleSets(template: Template, tally: Tally): void {
  const { consequences, service, clauses } = template.terms;
  const uses = [
    ...(service ? [{ rules: service.rules, clause: clauses.priorities, user: 'priority' }] : []),
    ...consequences.map(({ id, rules, clause }) => ({ rules, clause, user: id })),
  ];
  for (const { rules: name, clause, user } of uses) {
    tally.cases += 1;
    const ruleSet = template.rules[name];
    if (!ruleSet) tally.fail(`none ${user}`, noRules(name, clause, user));
    else if (ruleSet.clause !== clause) tally.fail(`other ${user}`, otherClause(ruleSet, clause, user));
    for (const language of LANGUAGES) {
      if (template.clauses[language].some(({ number }) => number === clause)) continue;
      tally.fail(`no clause ${user} ${language}`, noClause(clause, user, language));
    }
  }
  for (const [name, { id, clause }] of Object.entries(template.rules)) {
    tally.cases += 1;
    if (!uses.some(({ rules }) => rules === name)) tally.fail(`unused ${name}`, unusedRules(id, clause));
  }
}

function lookAtConsequences(
  template: Template,
  { terms }: Trial,
  texts: Texts,
  language: Language,
  tally: Tally,
): void {
  for (const consequence of template.terms.consequences) {
    const { id, clause } = consequence;
    if (!terms.consequences.some((each) => each.id === id)) continue;
    if (!texts.has(clause)) {
      tally.fail(
        `gone ${id} ${language}`,
        goneClause(consequence, language, decisionsBehind(consequence, terms.parameters)),
      );
    }
    for (const name of needed(template, consequence)) {
      tally.cases += 1;
      if (terms.parameters[name] === undefined || texts.get(clause)?.has(name)) continue;
      const elsewhere = [...texts].find(([, names]) => names.has(name))?.[0];
      const finding = unprinted(name, consequence, language, elsewhere);
      if (elsewhere === undefined) tally.fail(`unprinted ${id} ${name} ${language}`, finding);
      else tally.note(`elsewhere ${id} ${name}`, finding);
    }
  }
}

/** The parameters that a consequence's rules look at, and those of its caps and its base. */
function needed(template: Template, consequence: Consequence): string[] {
  const names = new Set(template.parameters.map(({ name }) => name));
  const rules = template.rules[consequence.rules];
  const ofRules = rules ? [...usedFacts(rules)].filter((name) => names.has(name)) : [];
  const index = template.terms.consequences.indexOf(consequence);
  const ofSlots = slotsOf(template.terms).filter(({ path }) =>
    path.startsWith(`terms.consequences[${index}].`),
  );
  return [...new Set([...ofRules, ...ofSlots.map(({ parameter }) => parameter)])];
}

/** A ratio that a clause prints, although nothing of this contract is reckoned with it. */
function lookAtRatios(
  template: Template,
  { terms }: Trial,
  texts: Texts,
  language: Language,
  tally: Tally,
): void {
  const { consequences } = template.terms;
  const present = consequences.filter(({ id }) => terms.consequences.some((each) => each.id === id));
  const ofOthers = slotsOf(template.terms).filter(({ path }) => !path.startsWith('terms.consequences['));
  const used = new Set([
    ...present.flatMap((consequence) => needed(template, consequence)),
    ...ofOthers.map(({ parameter }) => parameter),
  ]);
  for (const definition of template.parameters) {
    const { name, clause } = definition;
    if (definition.type !== 'decimal' || !texts.get(clause)?.has(name)) continue;
    tally.cases += 1;
    if (used.has(name)) continue;
    const isPenalty = definition.unit === 'permille' || consequences.some((each) => each.clause === clause);
    if (isPenalty) tally.fail(`unused ${name} ${language}`, unusedRatio(name, clause, language));
    else tally.note(`unused ${name}`, unusedRatio(name, clause, language));
  }
}

/** Ratios that stand in the rules themselves should stand in the clause as well. */
function noteLiterals(template: Template, tally: Tally): void {
  for (const { id, clause, rules: name } of template.terms.consequences) {
    for (const permille of literalsOf(template.rules[name])) {
      tally.cases += 1;
      const text = template.clauses.en.find(({ number }) => number === clause)?.text ?? '';
      const percent = plainRatio(String(Number(permille) / 10));
      if (Number(permille) === 0 || text.includes(`${permille}‰`) || text.includes(`${percent}%`)) continue;
      if (text.includes(`${percent} %`)) continue;
      tally.note(`literal ${id} ${permille}`, unprintedLiteral(id, clause, permille));
    }
  }
}

function literalsOf(ruleSet: RuleSet | undefined): string[] {
  const values = ruleSet?.rules.map(({ event }) => event.params[ruleSet.outcome]) ?? [];
  return [...new Set(values.filter((value) => typeof value === 'string' && !isReference(value)))] as string[];
}

function decisionsBehind({ when }: Consequence, values: Trial['terms']['parameters']): Finding['inputs'] {
  return when ? { [when.parameter]: values[when.parameter] ?? null } : {};
}

function finding(
  kind: string,
  inputs: Finding['inputs'],
  [found, expected]: readonly [string, string],
  sentence: Words,
): Finding {
  return { kind, inputs, found, expected, sentence };
}

function noRules(rules: string, clause: string, user: string): Finding {
  return finding('clauseWithoutRules', { clause, user, rules }, ['no rule set', `the rule set "${rules}"`], {
    'zh-CN': `第 ${clause} 条（“${user}”）没有规则集：模板中没有“${rules}”。`,
    en: `Clause ${clause} ("${user}") has no rule set: there is no "${rules}".`,
  });
}

function otherClause({ id, clause }: RuleSet, expected: string, user: string): Finding {
  return finding('otherClause', { ruleSet: id, user, clause }, [`clause ${clause}`, `clause ${expected}`], {
    'zh-CN': `规则集 ${id} 写明依据第 ${clause} 条，而使用它的“${user}”依据第 ${expected} 条。`,
    en: `The rule set ${id} names clause ${clause}, but "${user}", which it decides, rests on clause ${expected}.`,
  });
}

function noClause(clause: string, user: string, language: Language): Finding {
  return finding('noClause', { clause, user, language }, ['no such clause', `clause ${clause}`], {
    'zh-CN': `${LANGUAGE_WORDS[language]['zh-CN']}没有第 ${clause} 条，而“${user}”以它为依据。`,
    en: `The ${LANGUAGE_WORDS[language].en} text has no clause ${clause}, on which "${user}" rests.`,
  });
}

function unusedRules(id: string, clause: string): Finding {
  return finding(
    'rulesWithoutClause',
    { ruleSet: id, clause },
    ['nothing uses it', 'a priority or a consequence'],
    {
      'zh-CN': `规则集 ${id}（第 ${clause} 条）没有任何条款使用。`,
      en: `The rule set ${id} (clause ${clause}) is used by no consequence and decides no priority.`,
    },
  );
}

function goneClause({ id, clause }: Consequence, language: Language, inputs: Finding['inputs']): Finding {
  return finding(
    'goneClause',
    { consequence: id, clause, language, ...inputs },
    ['left out of the text', 'printed'],
    {
      'zh-CN': `合同有后果“${id}”，${LANGUAGE_WORDS[language]['zh-CN']}却不印第 ${clause} 条。`,
      en: `There are contracts with the consequence "${id}" whose ${LANGUAGE_WORDS[language].en} text leaves clause ${clause} out.`,
    },
  );
}

function unprinted(
  name: string,
  { id, clause }: Consequence,
  language: Language,
  elsewhere: string | undefined,
): Finding {
  const found = elsewhere === undefined ? 'printed by no clause' : `printed by clause ${elsewhere}`;
  return finding(
    'unprinted',
    { parameter: name, consequence: id, clause, language },
    [found, `printed by clause ${clause}`],
    {
      'zh-CN':
        elsewhere === undefined
          ? `后果“${id}”按参数 ${name} 计算，${LANGUAGE_WORDS[language]['zh-CN']}却没有任何条款印出它。`
          : `后果“${id}”（第 ${clause} 条）按参数 ${name} 计算，该参数由第 ${elsewhere} 条印出。`,
      en:
        elsewhere === undefined
          ? `The consequence "${id}" is reckoned with ${name}, which no clause of the ${LANGUAGE_WORDS[language].en} text prints.`
          : `The consequence "${id}" of clause ${clause} is reckoned with ${name}, which clause ${elsewhere} prints.`,
    },
  );
}

function unusedRatio(name: string, clause: string, language: Language): Finding {
  return finding(
    'clauseWithoutRule',
    { parameter: name, clause, language },
    ['no rule uses it', 'a rule or a cap uses it'],
    {
      'zh-CN': `第 ${clause} 条印出 ${name}，却没有规则或上限使用它。`,
      en: `Clause ${clause} prints ${name}, but no rule and no cap uses it.`,
    },
  );
}

function unprintedLiteral(id: string, clause: string, permille: string): Finding {
  return finding(
    'unprintedLiteral',
    { consequence: id, clause, permille },
    ['not in the text', `${permille}‰ in clause ${clause}`],
    {
      'zh-CN': `“${id}”的规则给出 ${permille}‰，第 ${clause} 条的英文文本中找不到这一比例。`,
      en: `The rules of "${id}" give ${permille}‰, which the English text of clause ${clause} does not seem to state.`,
    },
  );
}

const LANGUAGE_WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': { 'zh-CN': '中文文本', en: 'Chinese' },
  en: { 'zh-CN': '英文文本', en: 'English' },
};

const RULES: Words = {
  'zh-CN': '每项有后果的条款都有规则，每个规则集都有条款',
  en: 'Every clause with a consequence has rules, and every rule set has its clause',
};
const PRINTED: Words = {
  'zh-CN': '规则和上限所用的参数都由条款印出，条款印出的比例都有规则或上限使用',
  en: 'What rules and caps reckon with is printed by a clause, and what a clause prints is reckoned with',
};
