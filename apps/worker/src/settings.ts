/** The value of an environment variable that must be there. */
export function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set: it is needed to run, see the README's table of settings`);
  return value;
}
