// What a build was made from, in short: names, sizes and times of its sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The files of a folder and below, or the file itself; without what is installed. */
export function* filesBelow(path) {
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path)) if (name !== 'node_modules') yield* filesBelow(join(path, name));
}

/** The fingerprint of sources below `root`: it changes with each of them that `isSource` takes, and when one is gone. */
export function fingerprintOf(root, sources, isSource = () => true) {
  const hash = createHash('sha256');
  const paths = sources.map((name) => join(root, name)).filter((path) => existsSync(path));
  for (const path of paths.flatMap((each) => [...filesBelow(each)]).sort()) {
    if (!isSource(path)) continue;
    const { size, mtimeMs } = statSync(path);
    hash.update(`${relative(root, path)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}
