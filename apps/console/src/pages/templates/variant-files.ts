import { type Files, jsonOf, textOfJson } from './files';
import { valueAt, withMember, without } from './rules/json-text';

/** What a new variant is called, and what it goes out from. */
export interface VariantWish {
  readonly base: string;
  readonly baseVersion: string;
  readonly id: string;
  readonly client: string;
  readonly title: { readonly 'zh-CN': string; readonly en: string };
}

const CASE = /^acceptance\/.+(?<!\.expected)\.json$/;

/**
 * The package of a variant that says nothing of its own yet: its manifest, and the first acceptance case of its base as
 * one of its own, which comes out alike until something differs.
 */
export function variantFiles(wish: VariantWish, base: Files): Files {
  const manifest = {
    $schema: 'schemas/variant.schema.json',
    id: wish.id,
    version: '1.0.0',
    title: wish.title,
    description: wish.title,
    client: wish.client,
    extends: { template: wish.base, version: wish.baseVersion },
    parameters: {},
  };
  return { 'variant.json': textOfJson(manifest), ...firstCase(wish.id, base) };
}

function firstCase(template: string, base: Files): Files {
  const [path] = Object.keys(base)
    .filter((each) => CASE.test(each))
    .sort();
  if (path === undefined) return {};
  const expected = path.replace(/\.json$/, '.expected.json');
  return {
    [path]: textOfJson({ ...jsonOf(base[path]), template }),
    [expected]: base[expected] ?? '{}\n',
  };
}

/**
 * The files with other parameters: the manifest says them, and an acceptance case gives no value for one that is fixed
 * from now on. Nothing else in the files changes.
 */
export function withParameters(files: Files, parameters: Overrides): Files {
  const fixed = Object.keys(parameters).filter((name) => parameters[name]?.fixed !== undefined);
  const cases = Object.entries(files)
    .filter(([path]) => CASE.test(path))
    .map(([path, text]) => [path, withoutGiven(text, fixed)] as const);
  const manifest = withOverrides(files[MANIFEST] ?? '', overridesOf(files), parameters);
  return { ...files, ...Object.fromEntries(cases), [MANIFEST]: manifest };
}

function withOverrides(text: string, before: Overrides, after: Overrides): string {
  const has = valueAt(text, ['parameters']) !== undefined;
  const gone = Object.keys(before).filter((name) => !(name in after));
  const left = gone.reduce(
    (now, name) => without(now, ['parameters', name]),
    has ? text : withMember(text, [], 'parameters', {}),
  );
  return Object.entries(after).reduce(
    (now, [name, override]) => withMember(now, ['parameters'], name, override),
    left,
  );
}

/** What the manifest of a variant says of parameters. */
export function overridesOf(files: Files): Overrides {
  return (jsonOf(files[MANIFEST])['parameters'] ?? {}) as Overrides;
}

const MANIFEST = 'variant.json';

type Overrides = Readonly<Record<string, Override>>;

/** What a variant says of a parameter. */
export interface Override {
  readonly fixed?: string | number;
  readonly default?: string | number;
  readonly minimum?: string | number;
  readonly maximum?: string | number;
}

function withoutGiven(text: string, names: readonly string[]): string {
  return names.reduce((now, name) => without(now, ['parameters', name]), text);
}
