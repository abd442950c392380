import { useSession } from '~/api/session';

/** Who did something, without what the API puts before names: an account, or a token of the identity provider. */
export function whoText(name: string): string {
  return name.replace(/^(?:account|oidc):/, '');
}

/** Whether it was whoever is signed in: `const isMe = useIsMe(); isMe(waiver.by)`. */
export function useIsMe(): (name: string) => boolean {
  const { login } = useSession();
  return (name) => name === `account:${login}`;
}
