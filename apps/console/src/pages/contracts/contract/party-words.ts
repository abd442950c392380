import { PARTY_FIELDS as PRINTED_FIELDS } from '#templates/bindings';
import { words } from '~/words/words';

/** What is told of a party, in the order in which a contract prints it. */
export const PARTY_FIELDS = [...PRINTED_FIELDS, 'taxpayerId'] as const;

export type PartyField = (typeof PARTY_FIELDS)[number];

export const partyWords = words({
  en: {
    fullName: 'Full name',
    registeredAddress: 'Registered address',
    contactDepartment: 'Contact department',
    contactAddress: 'Contact address',
    contactPerson: 'Contact person',
    contactTitle: 'Title',
    telephone: 'Telephone',
    email: 'E-mail',
    taxpayerId: 'Taxpayer ID',
  },
  'zh-CN': {
    fullName: '公司全称',
    registeredAddress: '注册地址',
    contactDepartment: '联系部门',
    contactAddress: '联系地址',
    contactPerson: '联系人',
    contactTitle: '职务',
    telephone: '电话',
    email: '电子邮箱',
    taxpayerId: '纳税人识别号',
  },
});
