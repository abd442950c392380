/** The files of a package, path and text. */
export type Files = Readonly<Record<string, string>>;

/** A JSON file's members; none where it is not JSON (the server says what is wrong with it). */
export function jsonOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export function textOfJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The file that says what a package is: of a variant, or of a template of its own. */
export function manifestOf(files: Files): string {
  return Object.keys(files).find((each) => MANIFESTS.includes(each)) ?? '';
}

const MANIFESTS: readonly string[] = ['variant.json', 'template.json'];
