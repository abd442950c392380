import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { contractTerms } from '#templates/contract-terms';
import { type Calendars } from '#templates/package-calendars';
import { type ParameterValue } from '#templates/parameter-value';
import { type ParameterValues } from '#templates/parameters';
import { type Template } from '#templates/template';
import { levelsOf, limitsOf, type Levels } from './levels.js';
import { type Axis, existsIn, fixedFor, pairwiseRows, type Row } from './pairs.js';
import { type TriedParameters } from './report.js';

/**
 * One contract that the template can make. `base`: at the defaults, what is required being in the middle or at either
 * limit; `decision`: with another value of one decision; `limit`: with one number at a limit; `pair`: several at once.
 */
export interface Trial {
  readonly kind: 'base' | 'decision' | 'limit' | 'pair';
  readonly terms: Terms;
}

/** The contracts that a template is proven with. */
export interface Trials {
  readonly list: readonly Trial[];
  readonly tried: TriedParameters;
  /** Why a contract at the defaults has no terms. */
  readonly faults: readonly Fault[];
}

/** More sets than this are not made; the pairs that are left over are then not tried together. */
export const MOST_SETS = 400;

/** The contracts over the values that matter. `given` fixes all parameters to those of one contract. */
export async function makeTrials(
  template: Template,
  calendars: Calendars,
  given: Readonly<Record<string, unknown>> | null,
): Promise<Trials> {
  return given === null ? new TrialMaker(template, calendars).made() : givenTrial(template, calendars, given);
}

async function givenTrial(
  template: Template,
  calendars: Calendars,
  given: Readonly<Record<string, unknown>>,
): Promise<Trials> {
  const made = await contractTerms(template, given, calendars);
  const fixed = 'terms' in made ? made.terms.parameters : {};
  const tried = { sets: { base: 1, changed: 0, paired: 0 }, refused: 0, varied: {}, fixed };
  return 'faults' in made
    ? { list: [], tried, faults: made.faults }
    : { list: [{ kind: 'base', terms: made.terms }], tried, faults: [] };
}

class TrialMaker {
  private readonly levels: readonly Levels[];
  private readonly axes: readonly Axis[];
  private readonly list: Trial[] = [];
  private readonly seen = new Set<string>();
  private readonly faults: Fault[] = [];
  private refused = 0;

  constructor(
    private readonly template: Template,
    private readonly calendars: Calendars,
  ) {
    this.levels = levelsOf(template, calendars);
    this.axes = this.levels.map(({ definition, values }) => ({
      size: values.length,
      needs: definition.when === undefined ? [] : [this.place(definition.when.parameter, definition.when.is)],
    }));
  }

  async made(): Promise<Trials> {
    const usual = this.levels.map(() => 0);
    for (const row of [usual, this.required('minimum'), this.required('maximum')])
      await this.take('base', row);
    const base = this.list.length;
    for (const [axis, { definition, values }] of this.levels.entries()) {
      const isDecision = ['enum', 'zone'].includes(definition.type);
      for (const value of values.keys()) {
        const fixed = value === 0 ? null : fixedFor(this.axes, axis, value);
        if (!fixed) continue;
        await this.take(
          isDecision ? 'decision' : 'limit',
          usual.map((_, index) => fixed.get(index) ?? 0),
        );
      }
    }
    const changed = this.list.length - base;
    for (const row of pairwiseRows(this.axes, MOST_SETS - this.list.length)) await this.take('pair', row);
    const sets = { base, changed, paired: this.list.length - base - changed };
    return { list: this.list, tried: { sets, refused: this.refused, ...this.values() }, faults: this.faults };
  }

  /** The usual row with everything that is required at a limit. */
  private required(limit: 'minimum' | 'maximum'): Row {
    return this.levels.map(({ definition, values }) => {
      if (definition.required !== true || !isNumeric(definition)) return 0;
      return Math.max(0, values.indexOf(limitsOf(definition)[limit === 'minimum' ? 0 : 1]));
    });
  }

  private async take(kind: Trial['kind'], row: Row): Promise<void> {
    const values = this.valuesIn(row);
    const key = JSON.stringify(values);
    if (this.seen.has(key)) return;
    this.seen.add(key);
    const made = await this.termsFor(values);
    if ('terms' in made) this.list.push({ kind, terms: made.terms });
    else {
      this.refused += 1;
      // At the limits amounts need not go together; but a contract at the defaults there must be.
      if (this.refused === 1 && this.list.length === 0) this.faults.push(...made.faults);
    }
  }

  /** A stated amount that does not go with the others is tried at its maximum. */
  private async termsFor(values: ParameterValues) {
    const made = await contractTerms(this.template, values, this.calendars);
    if (!('faults' in made)) return made;
    const raised = Object.fromEntries(
      made.faults.flatMap(({ path }) => {
        const found = this.template.parameters.find(({ name }) => path === `parameters.${name}`);
        return found?.type === 'money' ? [[found.name, found.maximum]] : [];
      }),
    );
    return Object.keys(raised).length === 0
      ? made
      : contractTerms(this.template, { ...values, ...raised }, this.calendars);
  }

  private valuesIn(row: Row): ParameterValues {
    const entries = this.levels.flatMap(({ definition, values }, axis): [string, ParameterValue][] => {
      const value = values[row[axis] ?? 0];
      return value !== undefined && existsIn(this.axes, axis, row) ? [[definition.name, value]] : [];
    });
    return Object.fromEntries(entries);
  }

  private place(parameter: string, is: string): readonly [number, number] {
    const axis = this.levels.findIndex(({ definition }) => definition.name === parameter);
    return [axis, this.levels[axis]?.values.indexOf(is) ?? -1];
  }

  private values(): Pick<TriedParameters, 'varied' | 'fixed'> {
    const varied = this.levels.filter(({ values }) => values.length > 1);
    const fixed = this.levels.filter(({ values }) => values.length === 1);
    return {
      varied: Object.fromEntries(varied.map(({ definition, values }) => [definition.name, values])),
      fixed: Object.fromEntries(
        fixed.map(({ definition, values: [value = ''] }) => [definition.name, value]),
      ),
    };
  }
}

function isNumeric(definition: Levels['definition']) {
  return definition.type === 'integer' || definition.type === 'decimal' || definition.type === 'money';
}
