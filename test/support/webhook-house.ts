import { type MikroORM } from '@mikro-orm/postgresql';
import { type Instant } from '#domain/time/instant';
import { appendToLedger } from '#persistence/ledger';
import { type DeliveryStatus } from '#persistence/entities/webhook';
import { addEndpoint, type EndpointWish } from '#persistence/queries/webhooks';
import { readKeys } from '#secrets/keys';
import { sealText } from '#secrets/seal';
import { AddressGuard } from '#webhooks/addresses';
import { type WebhookSettings } from '#webhooks/settings';
import { newSecret } from '#webhooks/signature';
import { now } from '../../apps/worker/src/time.js';
import { type OfficeRules } from '../../apps/worker/src/webhooks/delivery-office.js';
import { type MigratedDatabase } from './migrated-database.js';

/** PACTA_WEBHOOK_KEYS of the tests: a secret that everybody may know. */
export const testWebhookKeysText = JSON.stringify([
  { id: 'test', key: Buffer.alloc(32, 9).toString('base64') },
]);

const KEYS = readKeys(testWebhookKeysText);

export const WEBHOOK_SETTINGS: WebhookSettings = {
  keys: KEYS,
  guard: AddressGuard.allowing('127.0.0.1'),
  origin: 'https://pacta.example',
};

/** The rules of the house with delays that a test can wait for. */
export const QUICK_RULES: OfficeRules = {
  retrySeconds: [0, ...Array.from({ length: 25 }, () => 1)],
  attemptMilliseconds: 1_000,
  atOnce: 32,
  perEndpoint: 16,
  lookEveryMilliseconds: 100,
  expireSeconds: 2,
  lookForTheDeadSeconds: 1,
};

/** Endpoints, ledger lines and deliveries of a database, for tests of webhooks. */
export class WebhookHouse {
  constructor(readonly database: MigratedDatabase) {}

  get orm(): MikroORM {
    return this.database.orm;
  }

  /** Makes an endpoint and gives its id and its secret. */
  async endpoint(url: string, wish: Partial<EndpointWish> = {}): Promise<{ id: string; secret: string }> {
    const secret = newSecret();
    const sealed = sealText(KEYS, secret);
    const whole = { url, description: 'a test', types: null, clients: null, ...wish };
    const { id } = await addEndpoint(this.orm.em.fork(), whole, { sealed, by: 'test', now: now() });
    return { id, secret };
  }

  /** Writes lines into the ledger of a contract, in one transaction: payments of one yuan. */
  async pay(contractId: string, count: number, recordedAt: Instant = now()): Promise<void> {
    await this.orm.em.fork().transactional(async (em) => {
      const entries = Array.from({ length: count }, () => ({
        kind: 'payment.received',
        at: recordedAt,
        clause: '3.2',
        request: null,
        payload: { amount: '1.00', reference: 'from Mr Wang, wang@example.com' },
      }));
      await appendToLedger(em, {
        contractId,
        owner: 'contract',
        ownerVersion: 1,
        actor: 'test',
        recordedAt,
        entries,
        event: null,
      });
    });
  }

  /** How many deliveries an endpoint has in a state. */
  async count(endpoint: string, status: DeliveryStatus): Promise<number> {
    const [row] = await this.orm.em
      .fork()
      .execute<{ count: number }[]>(
        'select count(*)::int as count from webhook_delivery where endpoint_id = ? and status = ?',
        [endpoint, status],
      );
    return row?.count ?? 0;
  }
}
