/** Text that is HTML already. Only {@link html} makes it, so that everything else is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = Html | string | number | null | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** HTML with values in it, each escaped; null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Html {
  const text = parts.map(
    (part, index) => part + (index < values.length ? textOf(values[index] ?? null) : ''),
  );
  return new Html(text.join(''));
}

function textOf(value: Part): string {
  if (value === null) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
