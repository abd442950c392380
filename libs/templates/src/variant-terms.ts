import { canonicalJson } from '#decisions/hash';
import { parseDocument } from '#decisions/schema-faults';
import { type Fault, joinPath } from '#domain/fault';
import type { Read } from './package.js';
import { type TermsDefinition, termsDefinitionSchema } from './terms-definition.js';
import { sameFault } from './variant.js';

/**
 * The template's terms with what a variant gives merged in, member by member (RFC 7396): an object is merged, `null`
 * takes a member away, everything else, a list too, takes the place of what was there. Faults are at `terms.…`.
 */
export function mergedTerms(
  base: TermsDefinition,
  given: Readonly<Record<string, unknown>> | undefined,
): Read<TermsDefinition> {
  if (given === undefined) return { value: base };
  const faults: Fault[] = [];
  const merged = merge(base, given, 'terms', faults);
  const parsed = parseDocument(termsDefinitionSchema, merged, 'terms');
  if ('faults' in parsed) return { faults: [...faults, ...parsed.faults] };
  return faults.length > 0 ? { faults } : parsed;
}

function merge(base: unknown, given: unknown, path: string, faults: Fault[]): unknown {
  if (!isObject(given) || isParameter(given)) {
    if (base !== undefined && canonicalJson(base) === canonicalJson(given)) faults.push(sameFault(path));
    return given;
  }
  const merged = new Map(Object.entries(isObject(base) && !isParameter(base) ? base : {}));
  for (const [member, value] of Object.entries(given)) {
    const at = joinPath(path, member);
    if (value !== null) merged.set(member, merge(merged.get(member), value, at, faults));
    else if (!merged.delete(member)) faults.push(sameFault(at));
  }
  return Object.fromEntries(merged);
}

/** `{ "parameter": NAME }` is a value, not an object to merge into. */
function isParameter(value: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(value).join() === 'parameter';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The terms with the values themselves in the place of the parameters that are named. */
export function withValues(terms: unknown, values: ReadonlyMap<string, unknown>): unknown {
  if (Array.isArray(terms)) return terms.map((each: unknown) => withValues(each, values));
  if (!isObject(terms)) return terms;
  const { parameter } = terms;
  if (isParameter(terms) && typeof parameter === 'string' && values.has(parameter)) {
    return values.get(parameter);
  }
  return Object.fromEntries(Object.entries(terms).map(([name, each]) => [name, withValues(each, values)]));
}
