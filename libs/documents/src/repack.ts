import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** What every entry is dated. Archives hold local time, and this is local noon everywhere. */
const ENTRY_DATE = new Date(1980, 0, 1, 12, 0, 0);
const MANIFEST = '[Content_Types].xml';

/**
 * An office file packed again so that nothing of when and where it was made is left in it: entries in one order, dated
 * alike, compressed by one implementation. `edit` may change a part's XML; `added` are parts it lacks.
 */
export function repack(
  archive: Uint8Array,
  edit: (name: string, xml: string) => string,
  added: Readonly<Record<string, string>> = {},
): Uint8Array {
  const parts = Object.entries(added).map(([name, xml]) => [name, strToU8(xml)] as const);
  const entries = [...Object.entries(unzipSync(archive)), ...parts].filter(([name]) => !name.endsWith('/'));
  const rank = (name: string): string => (name === MANIFEST ? '' : name);
  entries.sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  const edited = entries.map(([name, bytes]) => [
    name,
    /\.(xml|rels)$/.test(name) ? strToU8(edit(name, strFromU8(bytes))) : bytes,
  ]);
  return zipSync(Object.fromEntries(edited), { mtime: ENTRY_DATE, level: 6 });
}
