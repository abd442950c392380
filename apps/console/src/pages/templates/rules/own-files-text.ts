import { type Files } from '../files';
import { valueAt, withMember, without } from './json-text';

const MANIFEST = 'variant.json';

/** A rule set, or the targets, of what a variant extends: whether the variant has one of its own in its place. */
export interface Decided {
  readonly name: string;
  readonly isTargets: boolean;
  /** The variant's own file. */
  readonly own: string | undefined;
  /** The file of the base, where its package has it. */
  readonly theirs: string | undefined;
}

/** What the base decides by, and what of it the variant has taken over to decide otherwise. */
export function decidedBy(files: Files, base: Files): readonly Decided[] {
  const theirs = filesOf(base);
  const own = filesOf(files);
  const names = [...new Set([...Object.keys(theirs.rules), ...Object.keys(own.rules)])];
  const rules = names.map((name) => ({
    name,
    isTargets: false,
    own: own.rules[name],
    theirs: theirs.rules[name],
  }));
  if (theirs.targets === undefined && own.targets === undefined) return rules;
  return [...rules, { name: 'targets', isTargets: true, own: own.targets, theirs: theirs.targets }];
}

interface Named {
  readonly rules: Readonly<Record<string, string>>;
  readonly targets: string | undefined;
}

function filesOf(files: Files): Named {
  const value = valueAt(files['template.json'] ?? '', ['files']) ?? valueAt(files[MANIFEST] ?? '', []);
  if (typeof value !== 'object' || value === null) return { rules: {}, targets: undefined };
  const rules: unknown = 'rules' in value ? value.rules : undefined;
  const targets: unknown = 'targets' in value ? value.targets : undefined;
  return {
    rules: typeof rules === 'object' && rules !== null ? (rules as Record<string, string>) : {},
    targets: typeof targets === 'string' ? targets : undefined,
  };
}

/** The files with a copy of what the base decides by, named by the manifest: the variant's own from now on. */
export function withOwn(files: Files, base: Files, { name, isTargets, theirs }: Decided): Files {
  const manifest = files[MANIFEST];
  const text = theirs === undefined ? undefined : base[theirs];
  if (manifest === undefined || theirs === undefined || text === undefined) return files;
  const rules = valueAt(manifest, ['rules']) === undefined ? withMember(manifest, [], 'rules', {}) : manifest;
  const named = isTargets
    ? withMember(manifest, [], 'targets', theirs)
    : withMember(rules, ['rules'], name, theirs);
  return { ...files, [MANIFEST]: named, [theirs]: text };
}

/** The files without the variant's own: it decides as its base does. */
export function withoutOwn(files: Files, { name, isTargets, own }: Decided): Files {
  const manifest = files[MANIFEST];
  if (manifest === undefined || own === undefined) return files;
  const path = isTargets ? ['targets'] : ['rules', name];
  const left = without(manifest, path);
  const rules: unknown = valueAt(left, ['rules']);
  const isEmpty = typeof rules === 'object' && rules !== null && Object.keys(rules).length === 0;
  const kept = Object.entries(files).filter(([file]) => file !== own);
  return { ...Object.fromEntries(kept), [MANIFEST]: isEmpty ? without(left, ['rules']) : left };
}

/** The files as they are sent: a copy in which nothing has been changed yet says nothing, and a variant says only what differs. */
export function withoutSame(files: Files, base: Files): Files {
  const same = decidedBy(files, base).filter(
    ({ own, theirs }) => own !== undefined && theirs !== undefined && files[own] === base[theirs],
  );
  return same.reduce((left, each) => withoutOwn(left, each), files);
}
