import { type PartyRole } from '#domain/contract/state';
import { type Signer } from '#domain/signing/envelope';
import { type PartiesBlock, type PartyPanel, type SignaturesBlock } from '../paper.js';
import { type Drafting } from './drafting.js';
import { member } from './facts.js';

/** The roles in the order in which they are printed. */
const ROLES: readonly PartyRole[] = ['client', 'provider'];

/** Both parties with where they are reached. */
export function partiesBlock(draft: Drafting): PartiesBlock {
  return { type: 'parties', client: panel(draft, 'client'), provider: panel(draft, 'provider') };
}

function panel({ facts, pen }: Drafting, role: PartyRole): PartyPanel {
  const party = facts.parties[role];
  return {
    role: pen.role(role),
    name: member(party, 'fullName'),
    rows: [
      [pen.say('注册地址', 'Registered'), member(party, 'registeredAddress')],
      [
        pen.say('联系人', 'Contact'),
        pen.say(
          `${member(party, 'contactPerson')}（${member(party, 'contactDepartment')}）`,
          `${member(party, 'contactPerson')} (${member(party, 'contactDepartment')})`,
        ),
      ],
      [pen.say('联系地址', 'Contact at'), member(party, 'contactAddress')],
      [pen.say('电话', 'Telephone'), member(party, 'telephone')],
      [pen.say('电子邮箱', 'E-mail'), member(party, 'email')],
    ],
  };
}

/**
 * Where the parties sign. With an envelope (`contract`, `A-1`), each of its signers with the instant of signing once
 * there is one; whoever delegated is replaced by the delegate. Without, one authorised signatory for each party.
 */
export function signatures(
  draft: Drafting,
  envelopeId: string | null,
  roles: readonly PartyRole[] = ROLES,
): SignaturesBlock {
  const { facts, pen } = draft;
  const envelope = facts.state.envelopes.find(({ id }) => id === envelopeId);
  return {
    type: 'signatures',
    panels: roles.map((role) => {
      const signers = (envelope?.signers ?? []).filter(
        ({ party, status }) => party === role && status !== 'delegated',
      );
      return {
        role: pen.role(role),
        name: member(facts.parties[role], 'fullName'),
        signers: signers.length > 0 ? signers.map((signer) => signature(draft, signer)) : [anybody(draft)],
      };
    }),
  };
}

function signature({ pen }: Drafting, { name, title, status, decidedAt }: Signer) {
  const isSigned = status === 'signed' && decidedAt !== null;
  return { name, title, signedAt: isSigned ? `${pen.moment(decidedAt)} (${pen.zone})` : null };
}

function anybody({ pen }: Drafting) {
  const name = pen.say('授权签署人（请写明姓名、职务）', 'Authorised signatory (name and title)');
  return { name, title: '', signedAt: null };
}
