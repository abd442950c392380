import { type Terms } from '#domain/terms';

const MOST_KEPT = 500;

/**
 * Gives equal parts of many contracts' terms, their rule sets and calendars, as one object each: what is worked out of
 * them is then worked out once. Bounded: of more than it keeps, the one not used for longest goes.
 */
export class Interner {
  private readonly kept = new Map<string, object>();

  terms(terms: Terms): Terms {
    const { service, consequences, calendar } = terms;
    return {
      ...terms,
      calendar: this.one(calendar),
      service: service && { ...service, rules: this.one(service.rules) },
      consequences: consequences.map((each) => ({ ...each, rules: this.one(each.rules) })),
    };
  }

  private one<Part extends object>(part: Part): Part {
    const key = JSON.stringify(part);
    const known = (this.kept.get(key) as Part | undefined) ?? part;
    this.kept.delete(key);
    this.kept.set(key, known);
    const oldest = this.kept.keys().next().value;
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return known;
  }
}
