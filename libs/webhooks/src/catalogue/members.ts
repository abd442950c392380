import { z } from 'zod';

/** What a kind of event says: one line about it, and the members of the ledger entry that are told. */
export interface KindOfEvent {
  readonly summary: string;
  readonly facts: z.ZodObject;
}

/** A kind of event. Whatever of its ledger entry is not named here is not told: reasons, names, addresses. */
export function kind(summary: string, facts: z.ZodRawShape = {}): KindOfEvent {
  return { summary, facts: z.object(facts) };
}

export const instant = z.string().meta({ format: 'date-time', description: 'An instant, in UTC' });
export const yuan = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: 'Yuan with two decimals' });
export const permille = z.string().meta({ description: 'A share in permille, as a decimal' });
export const period = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .meta({ description: 'A month' });
export const party = z.enum(['client', 'provider']);
export const text = z.string();
export const count = z.int();
export const yes = z.boolean();
export const periods = z.array(period);

export const caps = z.array(z.object({ window: text, amount: yuan }));

export const deadline = z.object({
  target: text,
  dueAt: instant.nullable(),
  provisional: yes.meta({ description: 'Whether the calendar of that day is not published yet' }),
});
