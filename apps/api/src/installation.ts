import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The nearest of the places in a folder above this file, be it source or build; null where there is none. */
export function foundAbove(...places: readonly string[]): string | null {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = places.map((place) => join(folder, place)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}
