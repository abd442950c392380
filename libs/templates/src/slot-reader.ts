import { parseYuan, type Fen } from '#domain/money/fen';
import { type ParameterValues } from './parameters.js';

/** A slot of `terms.json`: a value, or the parameter that gives it. */
type Slot<Value> = Value | { readonly parameter: string } | undefined;

/** Reads the slots of a template's terms with the values of a contract's parameters. */
export interface Reader {
  text(slot: Slot<string>): string;
  whole(slot: Slot<number>): number;
  /** The same, or `other` where the slot's parameter does not apply to the contract. */
  wholeOr(slot: Slot<number>, other: number): number;
  money(slot: Slot<string>): Fen;
  /** A decision: the parameter's values were checked to be among those of the slot. */
  choice<Choice extends string | { readonly parameter: string }>(slot: Choice): Extract<Choice, string>;
  /** Those of several texts whose parameters apply. */
  texts(slots: Readonly<Record<string, Slot<string>>>): Record<string, string>;
}

/** A reader over resolved parameters. Its methods throw where a parameter was not resolved: a check was forgotten. */
export function reader(values: ParameterValues): Reader {
  const valueOf = (slot: Slot<string | number>): string | number | undefined => {
    return typeof slot === 'object' ? values[slot.parameter] : slot;
  };
  const text = (slot: Slot<string>): string => String(valueOf(slot) ?? missing(slot));
  const whole = (slot: Slot<number>): number => {
    const value = valueOf(slot);
    return typeof value === 'number' ? value : missing(slot);
  };
  return {
    text,
    whole,
    wholeOr: (slot, other) => (valueOf(slot) === undefined ? other : whole(slot)),
    money: (slot) => parseYuan(text(slot)) ?? missing(slot),
    choice: <Choice extends string | { readonly parameter: string }>(slot: Choice) =>
      text(slot) as Extract<Choice, string>,
    texts: (slots) => {
      const known = Object.entries(slots).filter(([, slot]) => valueOf(slot) !== undefined);
      return Object.fromEntries(known.map(([name, slot]) => [name, text(slot)]));
    },
  };
}

function missing(slot: Slot<string | number>): never {
  throw new Error(`the terms need ${JSON.stringify(slot)}, which was not resolved`);
}
