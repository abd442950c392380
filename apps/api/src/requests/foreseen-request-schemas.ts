import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { instantIn, instantOut } from '../http/fields.js';
import { level } from './request-schemas.js';

/** As a query has it. */
const yesOrNo = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

export const foreseenRequestQuery = closedObject({
  urgency: level,
  impact: level,
  coreBusinessDown: yesOrNo,
  severeSecurityRisk: yesOrNo,
  at: z.exactOptional(
    instantIn.meta({
      description: 'When it would be put on record. Left out: now, or where a manual clock stands',
    }),
  ),
});

export type ForeseenRequestQuery = z.infer<typeof foreseenRequestQuery>;

export const foreseenRequestOut = z
  .strictObject({
    contract: z.string(),
    at: instantOut,
    priority: z.string(),
    clause: z.string().meta({ description: 'Of the rules that decided' }),
    sentences: z
      .strictObject({ 'zh-CN': z.array(z.string()), en: z.array(z.string()) })
      .meta({ description: 'What decided, and the nearest change that would have decided otherwise' }),
    targets: z.array(z.strictObject({ kind: z.string(), dueAt: instantOut.nullable() })),
  })
  .meta({ id: 'ForeseenRequest' });

export type ForeseenRequestOut = z.infer<typeof foreseenRequestOut>;
