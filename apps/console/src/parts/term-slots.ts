import { addDays, parsePlainDate, type PlainDate, termEndDate } from '#domain/time/dates';

type Values = Readonly<Record<string, string | number | undefined>>;

/** What a slot of a template's terms comes to: it is a value, or names the parameter that has it. */
export function slotValue(slot: unknown, values: Values): string | number | null {
  if (typeof slot === 'string' || typeof slot === 'number') return slot;
  if (typeof slot !== 'object' || slot === null || !('parameter' in slot)) return null;
  return values[String(slot.parameter)] ?? null;
}

/** The last day of the term that such values make; null as long as one is missing. */
export function lastDayOf(terms: unknown, values: Values): PlainDate | null {
  const { term } = (terms ?? {}) as { readonly term?: Readonly<Record<string, unknown>> };
  const months = wholeNumber(slotValue(term?.['months'], values));
  const start = parsePlainDate(String(slotValue(term?.['start'], values) ?? ''));
  return start === null || months === null ? null : addDays(termEndDate(start, months), -1);
}

export function wholeNumber(value: string | number | null): number | null {
  const number = Number(value ?? Number.NaN);
  return Number.isSafeInteger(number) && number > 0 ? number : null;
}
