/** What a text of JSON says; null for one that is none, which no schema takes for a document. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
