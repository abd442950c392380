/**
 * Who a key, an account or a token may be given to. A party is the client of a contract itself: it is always limited to
 * clients, and it never backdates.
 */
export const ROLES = [
  'administrator',
  'reviewer',
  'desk',
  'billing',
  'integration',
  'auditor',
  'party',
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}
