/** The bindings a clause may hold beside the parameters: what follows from them, and what the parties stated. */
export const DERIVED_BINDINGS = ['termLastDay', 'totalContractAmount'] as const;

export type DerivedBinding = (typeof DERIVED_BINDINGS)[number];

const BINDING = /\{\{([^{}]*)\}\}/g;

/** The names bound in a text, `{{name}}`, in their order and with repetitions. */
export function bindingsIn(text: string): string[] {
  return [...text.matchAll(BINDING)].map((match) => (match[1] ?? '').trim());
}

/** Whether braces are left over that bind nothing, as in `{{name}` or `{name}}`. */
export function hasStrayBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replaceAll(BINDING, ''));
}

/** The text with each binding replaced by what `valueOf` gives for its name. */
export function bind(text: string, valueOf: (name: string) => string): string {
  return text.replaceAll(BINDING, (_, name: string) => valueOf(name.trim()));
}
