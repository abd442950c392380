import { z } from 'zod';
import { type ContractState } from '#domain/contract/state';
import { instantOut } from '../http/fields.js';

/** What came before a contract, what follows it, and how it was changed: members that every view of it has. */
export const succession = {
  renews: z.string().nullable().meta({ description: 'The contract before this one, where it is a renewal' }),
  renewedBy: z.string().nullable().meta({ description: 'The contract that follows this one' }),
  amendments: z
    .array(
      z.strictObject({
        id: z.string(),
        status: z.enum(['signing', 'agreed', 'effective', 'declined', 'withdrawn', 'lapsed']),
        effectiveAt: instantOut,
      }),
    )
    .meta({
      description: 'Amendments that were sent for signing or agreed on; drafts are listed by themselves',
    }),
};

type Succession = z.infer<z.ZodObject<typeof succession>>;

/** The values of those members. */
export function successionView({ renews, renewal, amendments }: ContractState): Succession {
  const lines = amendments.map(({ id, status, effectiveAt }) => ({ id, status, effectiveAt }));
  return { renews, renewedBy: renewal.contract, amendments: lines };
}
