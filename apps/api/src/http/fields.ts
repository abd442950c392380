import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { ONE_LINE } from '#domain/one-line';
import { parseYuan, type Fen } from '#domain/money/fen';
import { parsePeriod, type Period } from '#domain/time/dates';
import { parseInstant, type Instant } from '#domain/time/instant';

/** Members that many schemas share: first those that come in, then those that go out. */

function parsed<Value>(parse: (text: string) => Value | null, allowed: string) {
  return z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: `allowed is ${allowed}`, input: text });
    return z.NEVER;
  });
}

/** An instant with an offset and whole seconds. */
export const instantIn = parsed<Instant>(
  parseInstant,
  'an instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00',
).meta({
  description: 'An instant with an offset and whole seconds, 2025-01-06T09:00:00+08:00',
  format: 'date-time',
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
});

/** A month, `2025-01`. */
export const periodIn = parsed<Period>(parsePeriod, 'a month, 2025-01').meta({
  description: 'A month, 2025-01',
  pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
});

/** Yuan with two decimals, more than nothing. */
export const amountIn = parsed<Fen>(
  (text) => ((parseYuan(text) ?? 0) > 0 ? parseYuan(text) : null),
  'yuan with two decimals as text, more than nothing, "20000.00"',
).meta({
  description: 'Yuan with two decimals, "20000.00", more than nothing',
  pattern: '^(0|[1-9]\\d{0,11})\\.\\d{2}$',
});

/** One line of text. */
export function lineIn(maximum: number) {
  return z.string().max(maximum).regex(ONE_LINE, { error: 'allowed is one line of text' });
}

export const reasonIn = lineIn(500);

/** What names a contract, a request or a client in addresses and in Temporal. No personal data: it is not a secret. */
export const nameIn = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
  error: 'allowed are 1 to 64 letters, digits, ., _ and -, the first a letter or digit',
});

/** When it counts. */
export const atIn = z.exactOptional(
  instantIn.meta({
    description:
      'When it counts. Left out: now, or for a contract with a manual clock the instant up to which it is accounted for',
  }),
);

/** Why a fact comes after a deadline that has fired or a month that has closed. */
export const lateReasonIn = z.exactOptional(
  reasonIn.meta({
    description: 'Why the fact comes after a deadline that has already fired, or after its month has closed',
  }),
);

export const contractParams = closedObject({ contract: nameIn });
export const requestParams = closedObject({ contract: nameIn, request: nameIn });
export const periodParams = closedObject({ contract: nameIn, period: periodIn });

export const languageIn = z.enum(['zh-CN', 'en']).default('zh-CN');

/** Where a page begins: `next` of the page before. */
export const pageQuery = {
  cursor: z.exactOptional(z.string().max(500).meta({ description: '`next` of the page before' })),
  limit: z.coerce
    .number({ error: 'allowed is a whole number from 1 to 200' })
    .int()
    .min(1)
    .max(200)
    .default(50),
};

/** Which way a list runs. */
export const orderIn = z.enum(['asc', 'desc']);

/** What every list is asked for; `usual` is how it runs where nothing is said. */
export function listQuery(usual: z.infer<typeof orderIn>) {
  return { order: orderIn.default(usual), ...pageQuery };
}

/** Yes or no, in an address. */
export const flagIn = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .meta({ enum: ['true', 'false'] });

export const instantOut = z.string().meta({ format: 'date-time', example: '2025-01-06T01:15:00Z' });
export const dateOut = z.string().meta({ format: 'date', example: '2025-01-31' });
export const periodOut = z.string().meta({ example: '2025-01' });
export const moneyOut = z.string().meta({ description: 'Yuan with two decimals', example: '20000.00' });
export const count = z.int();
export const bothLanguages = z.strictObject({ 'zh-CN': z.string(), en: z.string() });

/** A page of a list. */
export function pageOut<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().meta({ description: 'The cursor of the next page; null on the last' }),
  });
}
