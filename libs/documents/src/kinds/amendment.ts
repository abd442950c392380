import { type TextInLanguage } from '#domain/command';
import { type Instant } from '#domain/time/instant';
import { formatValue } from '#templates/format-value';
import { type ParameterDefinition } from '#templates/template';
import { type Block, type Paper } from '../paper.js';
import { amount, column, factRows, heading, paragraph, table } from './blocks.js';
import { clauseText } from './clause-blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import { type AmendmentFacts } from './facts.js';
import { partiesBlock, signatures } from './parties.js';

type Clause = TextInLanguage['clauses'][number];

/**
 * An amendment 补充协议: its number, the day from which it holds, why, the parameters before and after, and each clause
 * that changes in its old and its new wording, whole. Throws where nothing would change.
 */
export function amendmentSheet(draft: Drafting, amendment: AmendmentFacts, at: Instant): Paper {
  const { pen } = draft;
  const { number, effectiveDate, reason } = amendment;
  const [parameters, clauses] = [parameterRows(draft, amendment), changedClauses(draft, amendment)];
  if (parameters.length + clauses.length === 0) throw new Error(`amendment ${number} changes nothing`);
  return paperOf(draft, {
    kind: 'amendment',
    key: number,
    title: pen.say('补充协议', 'Amendment'),
    number,
    at,
    body: [
      partiesBlock(draft),
      factRows([
        [pen.say('协议编号', 'Amendment No.'), number],
        [
          pen.say('生效日期', 'In force from'),
          pen.say(`${pen.day(effectiveDate)} 00:00`, `00:00 of ${pen.day(effectiveDate)}`),
        ],
        [pen.say('变更事由', 'Reason'), reason],
      ]),
      paragraph(
        pen.say(
          '双方经协商一致，对合同作如下变更；未变更的部分继续有效。生效日期之前已发生的事实、已出具的账单和已认定的月份不受影响。',
          'The parties agree to change the contract as follows; everything else stays in force. What happened before that day, invoices issued and months assessed are not affected.',
        ),
      ),
      ...parameterSection(draft, parameters),
      ...totalSection(draft, amendment),
      ...clauses,
      heading(1, pen.say('签署', 'Signatures')),
      paragraph(
        pen.say(
          '本协议自双方均签署之时成立，自生效日期起为合同的组成部分；与合同不一致的，以本协议为准。',
          'This amendment is formed when both parties have signed it, and is part of the contract from the day named above. Where the two differ, the amendment prevails.',
        ),
      ),
      signatures(draft, number),
    ],
  });
}

type Row = readonly [label: string, clause: string, before: string, after: string];

/** The parameters that differ, in the template's order; one whose definition is not known goes by its name. */
function parameterRows(draft: Drafting, { before, after, parameterLabels }: AmendmentFacts): Row[] {
  const [old, next] = [before.terms.parameters, after.terms.parameters];
  const known = parameterLabels.map(({ name }) => name);
  const names = new Set([...known, ...Object.keys(old), ...Object.keys(next)]);
  return [...names]
    .filter((name) => old[name] !== next[name])
    .map((name): Row => {
      const definition = parameterLabels.find((each) => each.name === name);
      return [
        definition?.label[draft.pen.language] ?? name,
        definition?.clause ?? '—',
        valueText(draft, definition, old[name]),
        valueText(draft, definition, next[name]),
      ];
    });
}

function valueText(
  { pen }: Drafting,
  definition: ParameterDefinition | undefined,
  value: string | number | undefined,
): string {
  if (value === undefined) return pen.say('不适用', 'n/a');
  return definition ? formatValue(definition, value, pen.language) : pen.either(String(value));
}

function parameterSection({ pen }: Drafting, rows: readonly Row[]): Block[] {
  if (rows.length === 0) return [];
  return [
    heading(1, pen.say('变更的约定', 'What changes')),
    table({
      columns: [
        column(pen.say('约定', 'Term'), 2.4),
        column(pen.say('条款', 'Clause'), 1),
        column(pen.say('变更前', 'Before'), 3.3),
        column(pen.say('变更后', 'After'), 3.3),
      ],
      rows,
      empty: pen.say('无', 'None'),
    }),
  ];
}

/** The total contract amount, in figures and in capitals, where it changes. */
function totalSection({ pen }: Drafting, { before, after }: AmendmentFacts): Block[] {
  if (before.terms.totalAmount === after.terms.totalAmount) return [];
  return [
    amount(pen.say('变更前合同总金额', 'Total contract amount before'), before.terms.totalAmount),
    amount(pen.say('变更后合同总金额', 'Total contract amount after'), after.terms.totalAmount),
  ];
}

function changedClauses({ pen }: Drafting, { before, after }: AmendmentFacts): Block[] {
  const [old, next] = [before.text[pen.language].clauses, after.text[pen.language].clauses];
  const numbers = [...new Set([...next, ...old].map(({ number }) => number))];
  const changed = numbers.flatMap((number) => {
    const [was, is] = [clauseNumbered(old, number), clauseNumbered(next, number)];
    if (was?.title === is?.title && was?.text === is?.text) return [];
    return [
      heading(2, is?.title ?? was?.title ?? number, /^\d/.test(number) ? number : null),
      ...wording(
        pen.say('原条款', 'Wording before'),
        was,
        pen.say('本条为新增条款。', 'This clause is new.'),
      ),
      ...wording(
        pen.say('变更后条款', 'Wording after'),
        is,
        pen.say('本条删除。', 'This clause is struck out.'),
      ),
    ];
  });
  return changed.length === 0
    ? []
    : [heading(1, pen.say('变更的条款全文', 'Clauses that change, in full')), ...changed];
}

function clauseNumbered(clauses: readonly Clause[], wanted: string): Clause | undefined {
  return clauses.find(({ number }) => number === wanted);
}

function wording(title: string, clause: Clause | undefined, none: string): Block[] {
  return [heading(3, title), ...(clause ? clauseText(clause.text) : [paragraph(none)])];
}
