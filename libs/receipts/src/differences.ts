import { joinPath, quote } from '#domain/fault';

/** A place where two JSON values differ; a member that one of them lacks is undefined there. */
export interface Difference {
  /** `arithmetic[1].result`. */
  readonly path: string;
  readonly recorded: unknown;
  readonly now: unknown;
}

/** Every place where two JSON values differ, in the order of their members. */
export function differencesOf(recorded: unknown, now: unknown, path = ''): Difference[] {
  if (Object.is(recorded, now)) return [];
  if (!isTree(recorded) || !isTree(now) || Array.isArray(recorded) !== Array.isArray(now))
    return [{ path, recorded, now }];
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return names.flatMap((name) => {
    return differencesOf(
      recorded[name],
      now[name],
      joinPath(path, Array.isArray(recorded) ? Number(name) : name),
    );
  });
}

/** `outcome.penalty: "1200.00" then, "1000.00" now`. */
export function differenceText({ path, recorded, now }: Difference): string {
  return `${path || 'the receipt'}: ${say(recorded)} then, ${say(now)} now`;
}

function say(value: unknown): string {
  return value === undefined ? 'nothing' : quote(value);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
