import { useSession } from '~/api/session';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';

/** Who did something, without what the API puts before names: an account, or a token of the identity provider. */
export function whoText(name: string): string {
  return name.replace(/^(?:account|oidc):/, '');
}

/** Who caused an entry: somebody, or the contract by itself. `const who = useWho(); who(entry.actor)`. */
export function useWho(): (actor: string) => string {
  const t = useWords(commonWords);
  return (actor) => actorText(actor, t('itself'));
}

/** The same where the contract by itself is called otherwise. */
export function actorText(actor: string, itself: string): string {
  return actor === 'system' ? itself : whoText(actor);
}

/** Whether it was whoever is signed in: `const isMe = useIsMe(); isMe(waiver.by)`. */
export function useIsMe(): (name: string) => boolean {
  const { login } = useSession();
  return (name) => name === `account:${login}`;
}
