const LONGEST = 500;
const SQL_STATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** Why something came to nothing, in a line. The database's own words repeat the statement with all its values. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as { readonly code?: unknown };
  if (typeof code === 'string' && SQL_STATE.test(code))
    return `the database refused it (${error.name} ${code})`;
  return error.message.split('\n', 1).join('').slice(0, LONGEST);
}
