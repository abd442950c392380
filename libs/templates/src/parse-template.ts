import { readRuleSet } from '#decisions/decision-table';
import { contentHash } from '#decisions/hash';
import type { RuleSet } from '#domain/decision';
import { type Fault, unknownName } from '#domain/fault';
import { acceptanceCases, isAcceptancePath } from './acceptance.js';
import { templateFaults } from './check.js';
import { languageConditionFaults } from './clause-conditions.js';
import { type ConditionalClause, parseClauseText } from './clause-text.js';
import {
  inFile,
  MANIFEST,
  packageDocument,
  packageFaults,
  packageJson,
  packageText,
  type Read,
  strayFault,
  type TemplatePackage,
  VARIANT_MANIFEST,
} from './package.js';
import { type Calendars, calendarIdOf, ownCalendars, usedCalendars } from './package-calendars.js';
import { atTheirPlaces, placesOf, type Places } from './parse-template-places.js';
import {
  type Language,
  LANGUAGES,
  type Manifest,
  manifestSchema,
  parametersSchema,
  targetsSchema,
  type Targets,
  type Template,
  type TemplateParts,
} from './template.js';
import { termsDefinitionSchema } from './terms-definition.js';
import { type Variant, variantSchema } from './variant.js';
import { resolveVariant } from './variant-resolve.js';

/** What a template may lean on beside its own files. */
export interface TemplateContext {
  /** The templates that a variant may extend, by their ids, each as its files. */
  readonly bases: Readonly<Record<string, TemplatePackage>>;
  /** The shared calendars by their ids, each as the document of its file. */
  readonly calendars: Readonly<Record<string, unknown>>;
}

/** A template checked whole, with the calendars that it names, and what it extends where it is a variant. */
export interface ParsedTemplate {
  readonly value: Template;
  readonly calendars: Calendars;
  readonly variant: Variant | null;
}

/** How many variants may stand on each other. */
const MOST_VARIANTS = 3;

/**
 * Reads a template from its files and checks it whole: each file by itself, then all of them together. Pure. A package
 * with `variant.json` is resolved over the template that it extends. Faults are at `FILE#path.in.the.file`; those of a
 * variant that show only in the resolved template are at `parameters`, `clauses`, `rules`, `targets`, `terms` of it.
 */
export function parseTemplate(
  files: TemplatePackage['files'],
  context: TemplateContext,
): ParsedTemplate | { readonly faults: readonly Fault[] } {
  return parseBelow({ files }, context, []);
}

/** `variants` are the ids of those on the way here, to find circles and to keep the depth. */
function parseBelow(
  source: TemplatePackage,
  context: TemplateContext,
  variants: readonly string[],
): ParsedTemplate | { readonly faults: readonly Fault[] } {
  const outside = packageFaults(source);
  if (outside.length > 0) return { faults: outside };
  const own = ownCalendars(source);
  const read = readParts(source, context, variants);
  const faults = [...own.faults, ...acceptanceCases(source).faults];
  if ('faults' in read) return { faults: [...read.faults, ...faults] };
  const { parts, places, inherited, variant } = read.value;
  const used = usedCalendars(parts, { ...inherited, ...own.calendars }, context.calendars);
  faults.push(
    ...strayFaults(source, places),
    ...atTheirPlaces(
      [...templateFaults(parts), ...languageConditionFaults(parts.clauses), ...used.faults],
      places,
    ),
  );
  if (faults.length > 0) return { faults };
  return { value: { ...parts, hash: contentHash(parts) }, calendars: used.calendars, variant };
}

interface ReadParts {
  readonly parts: TemplateParts;
  readonly places: Places;
  /** Calendars of the template that a variant extends. */
  readonly inherited: Calendars;
  readonly variant: Variant | null;
}

function readParts(
  source: TemplatePackage,
  context: TemplateContext,
  variants: readonly string[],
): Read<ReadParts> {
  const has = [MANIFEST, VARIANT_MANIFEST].filter((file) => Object.hasOwn(source.files, file));
  if (has.length !== 1) {
    const problem = has.length === 0 ? 'is missing' : `stands beside ${VARIANT_MANIFEST}`;
    return { faults: [{ path: MANIFEST, problem, allowed: `allowed is one of it and ${VARIANT_MANIFEST}` }] };
  }
  return has[0] === MANIFEST ? readTemplate(source) : readVariant(source, context, variants);
}

function readTemplate(source: TemplatePackage): Read<ReadParts> {
  const manifest = packageDocument(source, MANIFEST, manifestSchema);
  if ('faults' in manifest) return manifest;
  const { files, ...head } = manifest.value;
  const faults: Fault[] = [];
  const take = taker(faults);
  const parameters = take(packageDocument(source, files.parameters, parametersSchema))?.parameters;
  const targets = take(readTargets(source, files.targets));
  const terms = take(packageDocument(source, files.terms, termsDefinitionSchema));
  const clauses = take(readClauses(source, files.clauses));
  const rules = take(readRuleSets(source, files.rules));
  if (!parameters || targets === undefined || !terms || !clauses || !rules) return { faults };
  const parts = { ...head, parameters, clauses, rules, targets, terms };
  return { value: { parts, places: placesOf(files), inherited: {}, variant: null } };
}

function readVariant(
  source: TemplatePackage,
  context: TemplateContext,
  variants: readonly string[],
): Read<ReadParts> {
  const manifest = packageDocument(source, VARIANT_MANIFEST, variantSchema);
  if ('faults' in manifest) return manifest;
  const faults: Fault[] = [];
  const take = taker(faults);
  const rules = take(readRuleSets(source, manifest.value.rules ?? {}));
  const targets = take(readTargets(source, manifest.value.targets));
  const base = take(readBase(manifest.value, context, variants));
  if (!rules || targets === undefined || !base) return { faults };
  const resolved = resolveVariant(base.value, { manifest: manifest.value, rules, targets });
  if ('faults' in resolved) return resolved;
  const { rules: ruleFiles, targets: targetsFile } = manifest.value;
  const places = placesOf({ rules: ruleFiles ?? {}, ...(targetsFile && { targets: targetsFile }) });
  return {
    value: { parts: resolved.value, places, inherited: base.calendars, variant: manifest.value },
  };
}

/** The template that a variant extends, of the version and the content that it says. */
function readBase(
  variant: Variant,
  context: TemplateContext,
  variants: readonly string[],
): Read<ParsedTemplate> {
  const { template: id, version, hash } = variant.extends;
  const at = (member: string): string => `${VARIANT_MANIFEST}#extends.${member}`;
  const way = [...variants, variant.id];
  if (way.includes(id)) {
    const problem = `leads in a circle: ${[...way, id].join(' extends ')}`;
    return { faults: [{ path: at('template'), problem, allowed: 'a variant ends at a template' }] };
  }
  if (way.length > MOST_VARIANTS) {
    const problem = `is variant ${way.length} on the way to a template`;
    return { faults: [{ path: at('template'), problem, allowed: `allowed are ${MOST_VARIANTS}` }] };
  }
  const source = Object.hasOwn(context.bases, id) ? context.bases[id] : undefined;
  if (source === undefined) {
    return { faults: [unknownName(at('template'), 'template', id, Object.keys(context.bases).toSorted())] };
  }
  const base = parseBelow(source, context, way);
  if ('faults' in base) {
    return { faults: base.faults.map((fault) => ({ ...fault, path: `${id}/${fault.path}` })) };
  }
  if (base.value.version !== version) {
    return { faults: [unknownName(at('version'), `version of ${id}`, version, [base.value.version])] };
  }
  if (hash !== undefined && hash !== base.value.hash) {
    const problem = `is not the hash of ${id} ${version}`;
    return { faults: [{ path: at('hash'), problem, allowed: `allowed is ${base.value.hash}` }] };
  }
  return { value: base };
}

/** Takes what was read, or notes why it could not be. */
function taker(faults: Fault[]) {
  return <Value>(read: Read<Value>): Value | undefined => {
    if ('value' in read) return read.value;
    faults.push(...read.faults);
    return undefined;
  };
}

function readTargets(source: TemplatePackage, file: string | undefined): Read<Targets | null> {
  return file === undefined ? { value: null } : packageDocument(source, file, targetsSchema);
}

/** Rule sets by their names; a decision table is compiled. */
function readRuleSets(source: TemplatePackage, files: Manifest['files']['rules']) {
  const faults: Fault[] = [];
  const ruleSets = Object.entries(files).flatMap(([name, file]): [string, RuleSet][] => {
    const document = packageJson(source, file);
    const read = 'faults' in document ? document : readRuleSet(document.value);
    if ('ruleSet' in read) return [[name, read.ruleSet]];
    faults.push(...('faults' in document ? read.faults : inFile(file, read.faults)));
    return [];
  });
  return faults.length > 0 ? { faults } : { value: Object.fromEntries(ruleSets) };
}

function readClauses(
  source: TemplatePackage,
  files: Manifest['files']['clauses'],
): Read<Readonly<Record<Language, readonly ConditionalClause[]>>> {
  const clauses: Record<Language, readonly ConditionalClause[]> = { 'zh-CN': [], en: [] };
  const faults: Fault[] = [];
  for (const language of LANGUAGES) {
    const text = packageText(source, files[language]);
    const parsed = 'faults' in text ? text : parseClauseText(text.value, files[language]);
    if ('faults' in parsed) faults.push(...parsed.faults);
    else clauses[language] = parsed.text.clauses;
  }
  return faults.length > 0 ? { faults } : { value: clauses };
}

function strayFaults({ files }: TemplatePackage, places: Places): Fault[] {
  const named = new Set([MANIFEST, VARIANT_MANIFEST, 'README.md', ...places.map(({ file }) => file)]);
  const isNamed = (path: string): boolean =>
    named.has(path) || calendarIdOf(path) !== null || isAcceptancePath(path);
  return Object.keys(files)
    .filter((path) => !isNamed(path))
    .map(strayFault);
}
