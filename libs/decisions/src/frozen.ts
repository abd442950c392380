import type { RuleSet } from '#domain/decision';
import { contentHash } from './hash.js';

const hashes = new WeakMap<RuleSet, string>();

/** A rule set is hashed once, and frozen, so that its hash stays true: hashing was a fifth of a rehearsal's time. */
export function ruleSetHash(ruleSet: RuleSet): string {
  const known = hashes.get(ruleSet);
  if (known !== undefined) return known;
  const hash = contentHash(ruleSet);
  hashes.set(deepFrozen(ruleSet), hash);
  return hash;
}

/** The value with all that is in it, so that nobody can change it any more. */
export function deepFrozen<Value extends object>(value: Value): Value {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null && !Object.isFrozen(member)) deepFrozen(member);
  }
  return Object.freeze(value);
}
