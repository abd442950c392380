import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { ONE_LINE } from '#domain/one-line';
import { type PARTY_FIELDS } from './bindings.js';

type PartyField = (typeof PARTY_FIELDS)[number];

const text = z.string().max(200).regex(ONE_LINE, {
  error: 'allowed is one line of text',
});

const printed = {
  fullName: text,
  registeredAddress: text,
  contactDepartment: text,
  contactAddress: text,
  contactPerson: text,
  contactTitle: text,
  telephone: text,
  email: text,
} satisfies Readonly<Record<PartyField, typeof text>>;

/** One party of the contract, clause "Parties". */
export const partySchema = closedObject({
  ...printed,
  /** 统一社会信用代码, for the e-invoice; the contract's text does not print it. */
  taxpayerId: z.exactOptional(
    z.string().regex(/^[0-9A-Z]{15,20}$/, { error: 'allowed are 15 to 20 digits and capitals' }),
  ),
});

export type Party = z.infer<typeof partySchema>;

/** Both parties: who receives the services and who renders them. */
export const partiesSchema = closedObject({ client: partySchema, provider: partySchema });

export type Parties = z.infer<typeof partiesSchema>;

/** Invented parties, for rehearsals and demonstrations. */
export const sampleParties: Parties = {
  client: {
    fullName: '上海示例制造股份有限公司',
    registeredAddress: '上海市浦东新区示例路 100 号',
    contactDepartment: '信息技术部',
    contactAddress: '上海市浦东新区示例路 100 号 8 楼',
    contactPerson: '王示例',
    contactTitle: '信息技术部经理',
    telephone: '021-5550-0100',
    email: 'it@client.example',
    taxpayerId: '91310115MA1EXAMPLE',
  },
  provider: {
    fullName: '上海示例信息技术服务有限公司',
    registeredAddress: '上海市徐汇区样本路 200 号',
    contactDepartment: '客户服务部',
    contactAddress: '上海市徐汇区样本路 200 号 3 楼',
    contactPerson: '李样本',
    contactTitle: '服务交付总监',
    telephone: '021-5550-0200',
    email: 'service@provider.example',
    taxpayerId: '91310104MA1SAMPLE0',
  },
};
