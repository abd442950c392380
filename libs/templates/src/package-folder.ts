import { existsSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { type Fault } from '#domain/fault';
import {
  isPackagePath,
  limitFaults,
  packageFaults,
  PACKAGE_LIMITS,
  pathFault,
  type Read,
  type TemplatePackage,
} from './package.js';

/** Beside a template that lies outside `rules`, its schemas for editors. They are no part of it. */
export const SCHEMAS_FOLDER = 'schemas';

/**
 * Reads the files of a template from its folder, hidden ones and the folder `schemas` left out. Links are not followed,
 * files of other names and what is beyond the limits are faults. Throws where the folder cannot be read.
 */
export async function readPackage(folder: string): Promise<Read<TemplatePackage>> {
  const faults: Fault[] = [];
  const paths: string[] = [];
  for (const { path, isFile } of await entriesBelow(folder)) {
    if (!isFile) {
      faults.push({ path, problem: 'is a link or a device', allowed: 'allowed are files and folders' });
    } else if (isPackagePath(path)) paths.push(path);
    else faults.push(pathFault(path));
  }
  const sizes = await Promise.all(paths.map(async (path) => (await lstat(join(folder, path))).size));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  faults.push(...limitFaults(paths.length, bytes));
  // Beyond the limits nothing is read.
  if (faults.length > 0) return { faults };
  const files: Record<string, string> = {};
  for (const path of paths) {
    const text = await readUtf8(join(folder, path));
    if (text !== null) files[path] = text;
    else faults.push({ path, problem: 'is no UTF-8 text', allowed: 'allowed is text in UTF-8' });
  }
  return faults.length > 0 ? { faults } : { value: { files } };
}

interface FolderEntry {
  readonly path: string;
  readonly isFile: boolean;
}

/** What lies below the folder, with paths beside it, sorted; stops where there is far more than a template has. */
async function entriesBelow(folder: string): Promise<FolderEntry[]> {
  const found: FolderEntry[] = [];
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const entry of await readdir(at, { withFileTypes: true })) {
      const path = relative(folder, join(at, entry.name)).split(sep).join('/');
      if (entry.name.startsWith('.') || path === SCHEMAS_FOLDER) continue;
      if (entry.isDirectory()) open.push(join(at, entry.name));
      else found.push({ path, isFile: entry.isFile() });
    }
    if (found.length > 2 * PACKAGE_LIMITS.files) break;
  }
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function readUtf8(path: string): Promise<string | null> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Writes the files of a template into a folder and makes the folder where there is none. Refused, with nothing
 * written, where the folder holds anything already, unless `force` is given; then files of the same names are replaced
 * and others stay.
 */
export async function writePackage(
  folder: string,
  source: TemplatePackage,
  { force = false } = {},
): Promise<readonly Fault[]> {
  const faults = packageFaults(source);
  if (faults.length > 0) return faults;
  if (!force) {
    const there = existsSync(folder) ? await readdir(folder) : [];
    if (there.length > 0) {
      const problem = `holds files already (${there.slice(0, 3).join(', ')})`;
      return [{ path: folder, problem, allowed: 'allowed is an empty folder or one that is not there' }];
    }
  }
  for (const [path, text] of Object.entries(source.files)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return [];
}
