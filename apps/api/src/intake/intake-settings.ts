import { SettingProblem } from '../settings.js';

const VARIABLE = 'PACTA_INTAKE_SENDERS';

/** Who may write for the client where the address names the contract. */
export type SenderRule = 'address' | 'domain';

/** `address`, the client's own e-mail address of the contract, unless set to `domain`: any of its domain. Throws a SettingProblem. */
export function senderRule(env: NodeJS.ProcessEnv): SenderRule {
  const text = env[VARIABLE] || 'address';
  if (text === 'address' || text === 'domain') return text;
  throw new SettingProblem(`${VARIABLE} is "${text}": allowed are address and domain`);
}

/** Whether somebody may write for a client. */
export function mayWriteFor(rule: SenderRule, sender: string, clientEmail: string): boolean {
  const known = clientEmail.toLowerCase();
  if (sender === known) return true;
  const domain = known.slice(known.lastIndexOf('@'));
  return rule === 'domain' && domain.length > 1 && sender.endsWith(domain);
}
