/** The bindings a clause may hold beside the parameters: what follows from them, and what the parties stated. */
export const DERIVED_BINDINGS = ['termLastDay', 'totalContractAmount'] as const;

export type DerivedBinding = (typeof DERIVED_BINDINGS)[number];

/** What the contract's text has of each party. */
export const PARTY_FIELDS = [
  'fullName',
  'registeredAddress',
  'contactDepartment',
  'contactAddress',
  'contactPerson',
  'contactTitle',
  'telephone',
  'email',
] as const;

/** The bindings of clause "Parties": `client.fullName` and so on. */
export const PARTY_BINDINGS: readonly string[] = ['client', 'provider'].flatMap((role) =>
  PARTY_FIELDS.map((field) => `${role}.${field}`),
);

const BINDING = /\{\{([^{}]*)\}\}/g;

/** The names bound in a text, `{{name}}`, in their order and with repetitions. */
export function bindingsIn(text: string): string[] {
  return [...text.matchAll(BINDING)].map((match) => (match[1] ?? '').trim());
}

/** A stretch of a text: as it stands, or the name that is bound there. */
export type BoundPart = { readonly text: string } | { readonly name: string };

/** A text in its parts, those between the bindings as they stand. */
export function boundParts(text: string): BoundPart[] {
  // Split by a pattern with a group, every other piece is a name.
  return text
    .split(BINDING)
    .map((piece, index) => (index % 2 === 0 ? { text: piece } : { name: piece.trim() }))
    .filter((part) => !('text' in part) || part.text !== '');
}

/** Whether braces are left over that bind nothing, as in `{{name}` or `{name}}`. */
export function hasStrayBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replaceAll(BINDING, ''));
}

/** The text with each binding replaced by what `valueOf` gives for its name. */
export function bind(text: string, valueOf: (name: string) => string): string {
  return text.replaceAll(BINDING, (_, name: string) => valueOf(name.trim()));
}
