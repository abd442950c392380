import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import { addSeconds } from '#domain/time/instant';
import { type DeliveryJob } from '#persistence/delivery-queue';
import { type WebhookDeliveryRow, type WebhookEndpointRow } from '#persistence/entities/webhook';
import { publishedLine } from '#persistence/queries/events';
import { type AttemptOutcome, noteAttempt, waitingDelivery } from '#persistence/queries/webhook-deliveries';
import { disableEndpoint, findEndpoint, sealedSecrets } from '#persistence/queries/webhooks';
import { type SecretKeys } from '#secrets/keys';
import { SealProblem, unsealText } from '#secrets/seal';
import { cloudEventOf, testEvent } from '#webhooks/cloud-event';
import { nextDelaySeconds } from '#webhooks/retries';
import { type Answered, send } from '#webhooks/send';
import { type WebhookSettings } from '#webhooks/settings';
import { now } from '../time.js';

/** What the couriers go by. */
export interface CourierRules {
  readonly retrySeconds: readonly number[];
  readonly attemptMilliseconds: number;
}

const GONE = 410;

/**
 * Delivers one event to one endpoint. The attempt is written down once the receiver has answered: who dies in between
 * leaves the delivery as it was, and it is sent again under the same id.
 */
export class Courier {
  constructor(
    private readonly orm: MikroORM,
    private readonly settings: WebhookSettings,
    private readonly rules: CourierRules,
  ) {}

  /** Makes the attempt of a job. Nothing is sent for one that was made before. */
  async deliver({ delivery, attempts }: DeliveryJob): Promise<void> {
    const em = this.orm.em.fork();
    const row = await waitingDelivery(em, delivery, attempts);
    const endpoint = row && (await findEndpoint(em, row.endpointId, null));
    if (!row || !endpoint) return;
    if (endpoint.status === 'disabled') {
      await this.note(em, row, gaveUp('the endpoint is disabled'));
      return;
    }
    const answered = await this.attempt(em, row, endpoint);
    await this.note(em, row, outcomeOf(answered, row.tries, this.rules));
    if (answered.status === GONE)
      await disableEndpoint(em, endpoint.id, 'its receiver has answered 410: it is gone');
  }

  private async attempt(
    em: EntityManager,
    row: WebhookDeliveryRow,
    { id: endpointId, url }: WebhookEndpointRow,
  ): Promise<Answered> {
    const { keys, guard } = this.settings;
    if (!keys) return { status: null, problem: 'PACTA_WEBHOOK_KEYS is not set' };
    const secrets = opened(keys, await sealedSecrets(em, endpointId, now()));
    if (!secrets) return { status: null, problem: 'the key of its secret is not among PACTA_WEBHOOK_KEYS' };
    const body = await this.bodyOf(em, row);
    const { attemptMilliseconds: timeoutMilliseconds } = this.rules;
    return send({ url, id: row.eventId, body, secrets, timeoutMilliseconds }, guard);
  }

  private async bodyOf(em: EntityManager, row: WebhookDeliveryRow): Promise<string> {
    const { eventId, endpointId, contractId, sequence, createdAt } = row;
    const { origin } = this.settings;
    if (contractId == null || sequence == null)
      return JSON.stringify(testEvent(eventId, endpointId, createdAt, origin));
    const line = await publishedLine(em, contractId, sequence);
    if (!line) throw new Error(`there is no line ${eventId}`);
    return JSON.stringify(cloudEventOf(line, origin));
  }

  private async note(em: EntityManager, row: WebhookDeliveryRow, outcome: AttemptOutcome): Promise<void> {
    await em.transactional((within) => noteAttempt(within, row, outcome, now()));
  }
}

/** Null where a secret cannot be opened: its key was taken away too early. */
function opened(keys: SecretKeys, sealed: readonly string[]): string[] | null {
  try {
    return sealed.map((each) => unsealText(keys, each));
  } catch (error) {
    if (error instanceof SealProblem) return null;
    throw error;
  }
}

function outcomeOf({ status, problem }: Answered, tries: number, rules: CourierRules): AttemptOutcome {
  if (status !== null && status >= 200 && status < 300)
    return { status: 'delivered', httpStatus: status, reason: null, again: null };
  const reason = problem ?? reasonOfStatus(status);
  const delay = status === GONE ? null : nextDelaySeconds(rules.retrySeconds, tries + 1);
  if (delay === null) return { status: 'dead', httpStatus: status, reason, again: null };
  // Rounded up: an instant has whole seconds, and none may come before its time.
  const again = addSeconds(now(), Math.ceil(delay));
  return { status: 'pending', httpStatus: status, reason, again };
}

function reasonOfStatus(status: number | null): string {
  return status !== null && status >= 300 && status < 400
    ? 'a redirect is not followed'
    : `the receiver answered ${status ?? 'nothing'}`;
}

function gaveUp(reason: string): AttemptOutcome {
  return { status: 'dead', httpStatus: null, reason, again: null };
}
