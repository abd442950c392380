import { type TerminationAgreement } from '#domain/contract/state';
import { type Instant } from '#domain/time/instant';
import { type Paper } from '../paper.js';
import { factRows, paragraph } from './blocks.js';
import { paperOf, type Drafting } from './drafting.js';
import { partiesBlock, signatures } from './parties.js';

/**
 * An agreement to end the contract 终止协议 (Civil Code art. 562, first paragraph): when it ends, why, and that both settle
 * what they owe under the contract's own clauses. It counts when all have signed.
 */
export function agreementSheet(draft: Drafting, agreement: TerminationAgreement, at: Instant): Paper {
  const { facts, pen } = draft;
  const { id, effectiveAt, reason } = agreement;
  const { payment } = facts.terms.clauses;
  const end = pen.deadline(effectiveAt);
  return paperOf(draft, {
    kind: 'amendment',
    key: id,
    title: pen.say('终止协议', 'Termination agreement'),
    number: id,
    at,
    body: [
      partiesBlock(draft),
      factRows([
        [pen.say('协议编号', 'Agreement No.'), id],
        [pen.say('合同终止时间', 'The contract ends at'), `${end} (${pen.zone})`],
        [pen.say('终止事由', 'Reason'), reason],
      ]),
      paragraph(
        pen.say(
          `(1) 双方经协商一致，依《民法典》第五百六十二条第一款，合同于 ${end} 终止；在此之前双方继续履行。`,
          `(1) By agreement of the parties (Civil Code art. 562 (1)) the contract ends at ${end}. Until then both go on performing it.`,
        ),
      ),
      paragraph(
        pen.say(
          `(2) 已经产生的账单、违约金以及已付而未使用的款项，依合同第 ${payment} 条结算；结算和清理条款继续有效（《民法典》第五百六十七条）。`,
          `(2) Invoices, penalties and money paid and not used are settled under clause ${payment} of the contract; its clauses on settlement stay in force (Civil Code art. 567).`,
        ),
      ),
      paragraph(
        pen.say(
          '(3) 本协议自双方均签署之时成立。双方未在上述终止时间以前全部签署的，本协议不发生效力。',
          '(3) This agreement is formed when both parties have signed it. Where they have not both signed by the time named above, it has no effect.',
        ),
      ),
      signatures(draft, id),
    ],
  });
}
