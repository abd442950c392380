import { ROLES, type Role } from './roles.js';

/**
 * How far a route reaches. `open`: it needs no key. `contract`: into the contract of its address, which must be one of
 * the caller's clients. `narrowed`: over contracts, and its handler leaves out those of other clients. `shared`: into
 * nothing that belongs to a client. `whole`: over all clients at once, so not for a caller who is limited to some.
 */
export const REACHES = ['open', 'contract', 'narrowed', 'shared', 'whole'] as const;

export type Reach = (typeof REACHES)[number];

/** Who may call a route, and how far it reaches. */
export interface RoutePolicy {
  readonly roles: readonly Role[];
  readonly reach: Reach;
}

const EVERYONE: readonly Role[] = ROLES;
const STAFF: readonly Role[] = ROLES.filter((role) => role !== 'party');
const ADMINISTRATOR: readonly Role[] = ['administrator'];
const TEMPLATES: readonly Role[] = ['administrator', 'reviewer'];
const AUDIT: readonly Role[] = ['administrator', 'reviewer', 'auditor'];
const OFFICE: readonly Role[] = ['administrator', 'integration'];
const OVERSIGHT: readonly Role[] = ['administrator', 'integration', 'auditor'];
const MONEY: readonly Role[] = ['administrator', 'billing', 'integration'];
const SERVICE: readonly Role[] = ['administrator', 'desk', 'integration'];
const CLIENT: readonly Role[] = ['administrator', 'integration', 'party'];

const OPEN: RoutePolicy = { roles: [], reach: 'open' };
const contract = (roles: readonly Role[]): RoutePolicy => ({ roles, reach: 'contract' });
const narrowed = (roles: readonly Role[]): RoutePolicy => ({ roles, reach: 'narrowed' });
const shared = (roles: readonly Role[]): RoutePolicy => ({ roles, reach: 'shared' });
const whole = (roles: readonly Role[]): RoutePolicy => ({ roles, reach: 'whole' });

/**
 * Every route with who may call it; one that is missing here is refused to everyone. The guard, `whoami`, the document
 * of the API and the guide "Access" derive from it. The auditor reads everything and writes nothing. Waivers are not the
 * desk's: it would excuse its own misses (clause 2.6). Money is billing's, never who may end a contract. A party sees
 * its contract and acts as the client in it; drafts, back-tests and letters of the provider are not for it. What a
 * reviewer may do to a version of a template is narrower still, see `ACTION_ROLES`.
 */
export const POLICY: Readonly<Record<string, RoutePolicy>> = {
  'GET /': OPEN,
  'GET /console': OPEN,
  'GET /console/*': OPEN,
  'GET /health': OPEN,
  'GET /health/live': OPEN,
  'GET /health/ready': OPEN,
  'GET /problems': OPEN,
  'GET /problems/:code': OPEN,
  'GET /api/docs': OPEN,
  'GET /api/docs/openapi.json': OPEN,
  'GET /api/docs/assets/:file': OPEN,

  // The token in the address is the key.
  'GET /sign/style.css': OPEN,
  'GET /sign/:token': OPEN,
  'GET /sign/:token/document': OPEN,
  'POST /sign/:token/sign': OPEN,
  'POST /sign/:token/decline': OPEN,
  'POST /sign/:token/delegate': OPEN,

  'GET /api/v1/whoami': shared(EVERYONE),
  'GET /api/v1/policy': shared(EVERYONE),
  'GET /api/v1/keys': whole(ADMINISTRATOR),
  'POST /api/v1/keys': whole(ADMINISTRATOR),
  'GET /api/v1/keys/:key': whole(ADMINISTRATOR),
  'POST /api/v1/keys/:key/rotation': whole(ADMINISTRATOR),
  'POST /api/v1/keys/:key/revocation': whole(ADMINISTRATOR),
  'GET /api/v1/access-log': whole(['administrator', 'auditor']),

  // Whoever signs in has no key yet; what it may do afterwards is by its role.
  'POST /api/v1/sessions': OPEN,
  'GET /api/v1/sessions/demo': OPEN,
  'POST /api/v1/sessions/demo': OPEN,
  'GET /api/v1/sessions/current': shared(EVERYONE),
  'DELETE /api/v1/sessions/current': shared(EVERYONE),
  'PUT /api/v1/sessions/current/password': shared(EVERYONE),
  'GET /api/v1/accounts': whole(ADMINISTRATOR),
  'POST /api/v1/accounts': whole(ADMINISTRATOR),
  'GET /api/v1/accounts/:account': whole(ADMINISTRATOR),
  'PUT /api/v1/accounts/:account': whole(ADMINISTRATOR),
  'POST /api/v1/accounts/:account/disabling': whole(ADMINISTRATOR),
  'POST /api/v1/accounts/:account/enabling': whole(ADMINISTRATOR),
  'POST /api/v1/accounts/:account/password-reset': whole(ADMINISTRATOR),

  'GET /api/v1/templates': shared(STAFF),
  'POST /api/v1/templates': whole(ADMINISTRATOR),
  'GET /api/v1/templates/:template': shared(STAFF),
  'GET /api/v1/templates/:template/diff': shared(STAFF),
  'GET /api/v1/templates/:template/versions': shared(STAFF),
  'GET /api/v1/templates/:template/versions/:version': shared(STAFF),
  'GET /api/v1/templates/:template/versions/:version/package': shared(STAFF),
  'PUT /api/v1/templates/:template/versions/:version/package': whole(ADMINISTRATOR),
  'POST /api/v1/templates/:template/versions/:version/transitions': whole(TEMPLATES),
  'POST /api/v1/templates/:template/versions/:version/test': shared(TEMPLATES),
  'POST /api/v1/templates/:template/versions/:version/prove': shared(TEMPLATES),
  'POST /api/v1/templates/:template/versions/:version/rehearse': shared(TEMPLATES),
  // The desk asks which priority a request will have before it is on record.
  'POST /api/v1/templates/:template/versions/:version/explain': shared([...TEMPLATES, 'desk', 'integration']),

  'POST /api/v1/backtests': narrowed(TEMPLATES),
  'GET /api/v1/backtests/:backtest': whole(STAFF),
  'GET /api/v1/contracts/:contract/shadows': contract(STAFF),
  'POST /api/v1/contracts/:contract/shadows': contract(TEMPLATES),
  'GET /api/v1/contracts/:contract/shadows/:shadow': contract(STAFF),
  'POST /api/v1/contracts/:contract/shadows/:shadow/stop': contract(TEMPLATES),

  'GET /api/v1/contracts': narrowed(EVERYONE),
  'POST /api/v1/contracts': narrowed(OFFICE),
  'GET /api/v1/contracts/:contract': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/clauses': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/timeline': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/terms': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/amendments': contract(STAFF),
  'POST /api/v1/contracts/:contract/amendments': contract(ADMINISTRATOR),
  'GET /api/v1/contracts/:contract/amendments/:amendment': contract(STAFF),
  'PUT /api/v1/contracts/:contract/amendments/:amendment': contract(ADMINISTRATOR),
  'DELETE /api/v1/contracts/:contract/amendments/:amendment': contract(ADMINISTRATOR),
  'GET /api/v1/contracts/:contract/amendments/:amendment/preview': contract(STAFF),
  'POST /api/v1/contracts/:contract/amendments/:amendment/send': contract(ADMINISTRATOR),
  'POST /api/v1/contracts/:contract/amendments/:amendment/agree': contract(ADMINISTRATOR),
  'GET /api/v1/contracts/:contract/renewals': contract(STAFF),
  'POST /api/v1/contracts/:contract/renewals': contract(ADMINISTRATOR),
  'POST /api/v1/contracts/:contract/renewals/objection': contract(CLIENT),
  'POST /api/v1/contracts/:contract/send': contract(OFFICE),
  'POST /api/v1/contracts/:contract/signatures': contract(OFFICE),
  'POST /api/v1/contracts/:contract/decline': contract(OFFICE),
  'GET /api/v1/contracts/:contract/envelopes': contract(STAFF),
  'GET /api/v1/contracts/:contract/envelopes/:envelope': contract(STAFF),
  'GET /api/v1/contracts/:contract/envelopes/:envelope/document': contract(STAFF),
  'GET /api/v1/contracts/:contract/envelopes/:envelope/signed': contract(STAFF),
  'GET /api/v1/contracts/:contract/envelopes/:envelope/evidence': contract(STAFF),
  'POST /api/v1/contracts/:contract/envelopes/:envelope/withdraw': contract(OFFICE),
  'POST /api/v1/contracts/:contract/envelopes/:envelope/signers/:signer/link': contract(ADMINISTRATOR),
  'POST /api/v1/contracts/:contract/termination': contract(ADMINISTRATOR),
  'POST /api/v1/contracts/:contract/clock': contract(ADMINISTRATOR),

  // An operation is there for who has asked for it, and for whoever reaches all clients.
  'GET /api/v1/operations': narrowed(STAFF),
  'POST /api/v1/operations/contract-starts': narrowed(OFFICE),
  'GET /api/v1/operations/:operation': narrowed(STAFF),
  'GET /api/v1/operations/:operation/results': narrowed(STAFF),
  'POST /api/v1/operations/:operation/cancel': narrowed(OFFICE),

  'GET /api/v1/requests': narrowed(EVERYONE),
  'GET /api/v1/contracts/:contract/requests': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/requests': contract([...SERVICE, 'party']),
  'GET /api/v1/contracts/:contract/foreseen-request': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/requests/:request': contract(EVERYONE),
  // What of it a party may do, see `checkPartyAction`.
  'POST /api/v1/contracts/:contract/requests/:request/actions': contract([...SERVICE, 'party']),

  'GET /api/v1/contracts/:contract/requests/:request/attachments': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/requests/:request/attachments': contract([...SERVICE, 'party']),
  'GET /api/v1/contracts/:contract/requests/:request/attachments/:attachment': contract(EVERYONE),
  'POST /api/v1/intake/mail': narrowed(SERVICE),
  'GET /api/v1/contracts/:contract/requests/:request/what-if': contract(STAFF),

  'GET /api/v1/desk/queue': narrowed(STAFF),
  'GET /api/v1/desk/termination-rights': narrowed(STAFF),
  'GET /api/v1/portfolio': narrowed(STAFF),

  'GET /api/v1/contracts/:contract/months': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/misses': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/waivers': contract(OFFICE),
  'POST /api/v1/contracts/:contract/waivers/approval': contract(TEMPLATES),
  'GET /api/v1/contracts/:contract/charges': contract(EVERYONE),

  'GET /api/v1/contracts/:contract/obligations': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/obligations/:obligation/performance': contract(SERVICE),
  'POST /api/v1/contracts/:contract/obligations/:obligation/excuses': contract(ADMINISTRATOR),

  'GET /api/v1/contracts/:contract/invoices': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/invoices/:period': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/invoices/:period/e-invoice': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/payments': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/payments': contract(MONEY),
  'POST /api/v1/contracts/:contract/payouts': contract(['administrator', 'billing']),

  'GET /api/v1/contracts/:contract/reports': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/reports/:period': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/reports/:period/submission': contract(SERVICE),

  'GET /api/v1/contracts/:contract/statements': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/statements/:period': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/statements/:period/acceptance': contract([...MONEY, 'party']),
  'POST /api/v1/contracts/:contract/statements/:period/contests': contract([...MONEY, 'party']),
  'POST /api/v1/contracts/:contract/statements/:period/decisions': contract(TEMPLATES),

  'GET /api/v1/contracts/:contract/termination': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/termination/foreseen': contract(EVERYONE),
  'POST /api/v1/contracts/:contract/termination/agreements': contract(ADMINISTRATOR),
  'POST /api/v1/contracts/:contract/termination/notice': contract(CLIENT),
  'POST /api/v1/contracts/:contract/termination/right-waiver': contract(CLIENT),

  'GET /api/v1/contracts/:contract/ledger': contract(STAFF),
  'GET /api/v1/contracts/:contract/ledger/:sequence': contract(STAFF),
  'GET /api/v1/contracts/:contract/ledger/verification': contract(STAFF),
  'GET /api/v1/contracts/:contract/ledger/proof': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/histories': contract(AUDIT),
  'GET /api/v1/contracts/:contract/histories/timeline': contract(AUDIT),
  'GET /api/v1/contracts/:contract/histories/:run': contract(AUDIT),
  'GET /api/v1/contracts/:contract/story': contract(AUDIT),
  'GET /api/v1/checkpoints': shared(STAFF),
  'GET /api/v1/checkpoints/:checkpoint': shared(STAFF),
  'GET /api/v1/contracts/:contract/decisions': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/decisions/:sequence': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/decisions/:sequence/verification': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/receipts': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/receipts/:receipt': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/receipts/:receipt/verification': contract(EVERYONE),

  'POST /api/v1/bank/statements': whole(MONEY),
  'GET /api/v1/bank/lines': whole(STAFF),
  'GET /api/v1/bank/lines/:line': whole(STAFF),
  'POST /api/v1/bank/lines/:line/book': whole(['administrator', 'billing']),
  'POST /api/v1/bank/lines/:line/ignore': whole(['administrator', 'billing']),
  'GET /api/v1/bank/reconciliation': whole(STAFF),

  'GET /api/v1/contracts/:contract/documents': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/documents/:sha256': contract(EVERYONE),
  'GET /api/v1/contracts/:contract/archive': contract(STAFF),
  'GET /api/v1/contracts/:contract/bundle': contract(STAFF),
  'GET /api/v1/documents/by-hash/:sha256': narrowed(STAFF),
  'GET /api/v1/contracts/:contract/mails': contract(STAFF),
  'POST /api/v1/contracts/:contract/mails/:mail/retry': contract(ADMINISTRATOR),

  'GET /api/v1/events': narrowed(STAFF),
  'GET /api/v1/changes': narrowed(EVERYONE),
  'GET /api/v1/event-types': shared(STAFF),
  // An endpoint is there for whoever reaches all of its clients. Its address may hold a secret of the receiver.
  'GET /api/v1/webhooks': narrowed(OVERSIGHT),
  'POST /api/v1/webhooks': narrowed(OFFICE),
  'GET /api/v1/webhooks/:webhook': narrowed(OVERSIGHT),
  'PUT /api/v1/webhooks/:webhook': narrowed(OFFICE),
  'DELETE /api/v1/webhooks/:webhook': narrowed(OFFICE),
  'POST /api/v1/webhooks/:webhook/rotation': narrowed(OFFICE),
  'POST /api/v1/webhooks/:webhook/test': narrowed(OFFICE),
  'POST /api/v1/webhooks/:webhook/replay': narrowed(OFFICE),
  'GET /api/v1/webhooks/:webhook/deliveries': narrowed(OVERSIGHT),
  'GET /api/v1/webhooks/:webhook/deliveries/:delivery': narrowed(OVERSIGHT),
  'POST /api/v1/webhooks/:webhook/deliveries/:delivery/replay': narrowed(OFFICE),

  'GET /api/v1/commands/:command': narrowed(EVERYONE),
};

/** What everybody does with their own session, also before they have chosen a password, and auditors too. */
export const OWN_SESSION: readonly string[] = Object.keys(POLICY).filter((route) =>
  route.includes(' /api/v1/sessions/current'),
);
