/** Instants as `<input type="datetime-local">` has them, in a contract's zone instead of the machine's. */

/** `2025-03-03T09:00`, read in the zone, as an ISO instant; null for what is no such text. */
export function instantOf(local: string, zone: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null;
  const asUtc = Date.parse(`${local}:00Z`);
  // Twice, for a text beside a change of the clocks.
  const near = asUtc - offsetAt(asUtc, zone);
  const exact = asUtc - offsetAt(near, zone);
  return new Date(exact).toISOString().replace('.000Z', 'Z');
}

/** An ISO instant as the text of such a field. */
export function localOf(instant: string, zone: string): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, zone)).toISOString().slice(0, 16);
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at);
  return Date.parse(`${parts.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
