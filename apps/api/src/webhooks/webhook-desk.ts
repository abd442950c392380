import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { type z } from 'zod';
import { type WebhookDeliveryRow, type WebhookEndpointRow } from '#persistence/entities/webhook';
import { findDelivery } from '#persistence/queries/webhook-deliveries';
import { type EndpointWish, findEndpoint, lockEndpoint } from '#persistence/queries/webhooks';
import { sealText } from '#secrets/seal';
import { kindOfType } from '#webhooks/event-types';
import { type WebhookSettings } from '#webhooks/settings';
import { newSecret } from '#webhooks/signature';
import { urlFault } from '#webhooks/target-url';
import { type WriteCall } from '../access/call.js';
import { type Caller } from '../access/caller.js';
import { checkReach } from '../access/reach.js';
import { checkIfMatch } from '../http/entity-tag.js';
import { Problem } from '../http/problem.js';
import { type newWebhook } from './webhook-schemas.js';

/** Names the {@link WebhookSettings} among the providers. */
export const WEBHOOK_SETTINGS = Symbol('WebhookSettings');

/** What endpoints may be, and which of them are there for a caller. */
@Injectable()
export class WebhookDesk {
  constructor(
    private readonly orm: MikroORM,
    @Inject(WEBHOOK_SETTINGS) private readonly settings: WebhookSettings,
  ) {}

  fork(): EntityManager {
    return this.orm.em.fork();
  }

  /** An endpoint that the caller reaches. Throws a Problem for another, in the words of one that is not there. */
  async endpoint(em: EntityManager, id: string, { clients }: Caller): Promise<WebhookEndpointRow> {
    const row = await findEndpoint(em, id, clients);
    if (!row) throw unknownWebhook(id);
    return row;
  }

  /** The same for a change: locked until the transaction ends, at the version that the change is meant for. */
  async lockedFor(call: WriteCall, em: EntityManager, id: string): Promise<WebhookEndpointRow> {
    const row = await lockEndpoint(em, id, call.caller.clients);
    if (!row) throw unknownWebhook(id);
    checkIfMatch(call, row.version);
    return row;
  }

  /** The same, where it has to be enabled. */
  async enabled(em: EntityManager, id: string, caller: Caller): Promise<WebhookEndpointRow> {
    const row = await this.endpoint(em, id, caller);
    if (row.status === 'enabled') return row;
    throw new Problem('wrongState', `The endpoint ${id} is disabled: enable it first`);
  }

  async delivery(em: EntityManager, endpoint: string, id: string): Promise<WebhookDeliveryRow> {
    const row = await findDelivery(em, endpoint, id);
    if (!row) throw new Problem('unknownDelivery', `There is no delivery ${id} of ${endpoint}`);
    return row;
  }

  /** What a caller wants an endpoint to be. Throws a Problem for an address or a client that it may not have. */
  wishOf({ url, description, types, clients }: z.infer<typeof newWebhook>, caller: Caller): EndpointWish {
    const fault = urlFault(url, this.settings.guard);
    if (fault) throw Problem.ofFaults([{ path: 'url', ...fault }]);
    for (const client of clients ?? []) checkReach(caller, client);
    const kinds = types?.flatMap((type) => kindOfType(type) ?? []) ?? null;
    return { url, description, types: kinds, clients: clients ?? caller.clients };
  }

  /** A new secret, and what is kept of it. Throws a Problem where there are no keys to encrypt it by. */
  newSecret(): { readonly secret: string; readonly sealed: string } {
    const { keys } = this.settings;
    if (!keys) throw new Problem('webhooksOff', 'There are no webhooks: PACTA_WEBHOOK_KEYS is not set');
    const secret = newSecret();
    return { secret, sealed: sealText(keys, secret) };
  }
}

function unknownWebhook(id: string): Problem {
  return new Problem('unknownWebhook', `There is no endpoint ${id}`);
}
