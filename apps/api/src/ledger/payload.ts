import { type Json } from '#domain/entry';

/** A text that an entry of the ledger says; null when it says none of that name. */
export function payloadText(payload: Json, name: string): string | null {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return null;
  const value = (payload as { readonly [key: string]: Json })[name];
  return typeof value === 'string' ? value : null;
}
