/** An exact decimal of any sign and length: `units` of the last of `digits` places behind the point. */
export interface Exact {
  readonly units: bigint;
  readonly digits: number;
}

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/** A number or a decimal text as it is written, without floating point. Null for what is no finite number. */
export function exactOf(value: unknown): Exact | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const parts = NUMBER.exec(String(value));
  if (parts === null) return null;
  const [, sign = '', whole = '', decimals = '', exponent = '0'] = parts;
  const units = BigInt(`${sign}${whole}${decimals}`);
  const digits = decimals.length - Number(exponent);
  return digits >= 0 ? { units, digits } : { units: units * 10n ** BigInt(-digits), digits: 0 };
}

/** `a - b`, exactly. */
export function subtract(a: Exact, b: Exact): Exact {
  const digits = Math.max(a.digits, b.digits);
  return { units: scaledTo(a, digits) - scaledTo(b, digits), digits };
}

/** `a + b`, exactly. */
export function add(a: Exact, b: Exact): Exact {
  return subtract(a, { units: -b.units, digits: b.digits });
}

/** The difference without its sign, exactly. */
export function distance(a: Exact, b: Exact): Exact {
  const { units, digits } = subtract(a, b);
  return { units: units < 0n ? -units : units, digits };
}

/** Negative, zero or positive like any comparator. */
export function compareExact(a: Exact, b: Exact): number {
  const { units } = subtract(a, b);
  return units === 0n ? 0 : units < 0n ? -1 : 1;
}

/** The difference without its sign, as the shortest decimal text: `0.05`. */
export function distanceText(a: Exact, b: Exact): string {
  const text = exactText(distance(a, b));
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The decimal as text, with all its digits: `99.90`. */
export function exactText({ units, digits }: Exact): string {
  const sign = units < 0n ? '-' : '';
  const text = String(units < 0n ? -units : units).padStart(digits + 1, '0');
  const point = text.length - digits;
  return `${sign}${text.slice(0, point)}${digits === 0 ? '' : `.${text.slice(point)}`}`;
}

/** The way from `from` to `to` as a share of `from` (of one, from zero): only good for putting ways in an order. */
export function relativeDistance(from: Exact, to: Exact): number {
  return asNumber(distance(from, to)) / (Math.abs(asNumber(from)) || 1);
}

function asNumber({ units, digits }: Exact): number {
  return Number(units) / 10 ** digits;
}

function scaledTo({ units, digits }: Exact, wanted: number): bigint {
  return units * 10n ** BigInt(wanted - digits);
}
