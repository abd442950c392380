import { KeysProblem, readKeys, type SecretKeys } from '#secrets/keys';
import { AddressGuard } from './addresses.js';

/** A setting of webhooks is wrong. The message names the variable, never a key. */
export class WebhookSettingProblem extends Error {
  override readonly name = 'WebhookSettingProblem';
}

/** What API and worker need to know to send webhooks. */
export interface WebhookSettings {
  /** By which secrets of endpoints are encrypted; null where none are set: there are no webhooks then. */
  readonly keys: SecretKeys | null;
  readonly guard: AddressGuard;
  /** Where the API is reached, without a slash at its end; '' where that is not said. */
  readonly origin: string;
}

/** Reads PACTA_WEBHOOK_KEYS, PACTA_WEBHOOK_ALLOW_PRIVATE and PACTA_PUBLIC_URL. Throws a WebhookSettingProblem. */
export function webhookSettings(env: Readonly<Record<string, string | undefined>>): WebhookSettings {
  const keys = env['PACTA_WEBHOOK_KEYS']?.trim();
  const origin = (env['PACTA_PUBLIC_URL'] ?? '').replace(/\/+$/, '');
  return { keys: keys ? keysOf(keys) : null, guard: guardOf(env['PACTA_WEBHOOK_ALLOW_PRIVATE']), origin };
}

function keysOf(text: string): SecretKeys {
  try {
    return readKeys(text);
  } catch (error) {
    throw error instanceof KeysProblem
      ? new WebhookSettingProblem(`PACTA_WEBHOOK_KEYS: ${error.message}`)
      : error;
  }
}

function guardOf(text: string | undefined): AddressGuard {
  try {
    return AddressGuard.allowing(text);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new WebhookSettingProblem(
      `PACTA_WEBHOOK_ALLOW_PRIVATE: ${error.message}, allowed are addresses and ranges, 127.0.0.1,10.1.0.0/16`,
    );
  }
}
