/** Who a key may be given to. */
export const ROLES = ['administrator', 'reviewer', 'desk', 'integration', 'auditor'] as const;

export type Role = (typeof ROLES)[number];

const EVERYONE: readonly Role[] = ROLES;
const ADMINISTRATOR: readonly Role[] = ['administrator'];
const TEMPLATES: readonly Role[] = ['administrator', 'reviewer'];
const OFFICE: readonly Role[] = ['administrator', 'integration'];
const SERVICE: readonly Role[] = ['administrator', 'desk', 'integration'];

/** A route that needs no key. */
export const OPEN = 'open';

/**
 * Every route with the roles that may call it; one that is missing here is refused to everyone. The auditor reads
 * everything and writes nothing. Waivers are not the desk's: it would excuse its own misses (clause 2.6). What a
 * reviewer may do to a version of a template is narrower still, see `ACTION_ROLES`.
 */
export const ROUTE_ROLES: Readonly<Record<string, readonly Role[] | typeof OPEN>> = {
  'GET /health': OPEN,
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

  'GET /api/v1/whoami': EVERYONE,

  'GET /api/v1/templates': EVERYONE,
  'POST /api/v1/templates': ADMINISTRATOR,
  'GET /api/v1/templates/:template': EVERYONE,
  'GET /api/v1/templates/:template/diff': EVERYONE,
  'GET /api/v1/templates/:template/versions': EVERYONE,
  'GET /api/v1/templates/:template/versions/:version': EVERYONE,
  'GET /api/v1/templates/:template/versions/:version/package': EVERYONE,
  'PUT /api/v1/templates/:template/versions/:version/package': ADMINISTRATOR,
  'POST /api/v1/templates/:template/versions/:version/transitions': TEMPLATES,
  'POST /api/v1/templates/:template/versions/:version/test': TEMPLATES,
  'POST /api/v1/templates/:template/versions/:version/prove': TEMPLATES,
  'POST /api/v1/templates/:template/versions/:version/explain': TEMPLATES,

  'POST /api/v1/backtests': TEMPLATES,
  'GET /api/v1/backtests/:backtest': EVERYONE,
  'GET /api/v1/contracts/:contract/shadows': EVERYONE,
  'POST /api/v1/contracts/:contract/shadows': TEMPLATES,
  'GET /api/v1/contracts/:contract/shadows/:shadow': EVERYONE,
  'POST /api/v1/contracts/:contract/shadows/:shadow/stop': TEMPLATES,

  'GET /api/v1/contracts': EVERYONE,
  'POST /api/v1/contracts': OFFICE,
  'GET /api/v1/contracts/:contract': EVERYONE,
  'GET /api/v1/contracts/:contract/clauses': EVERYONE,
  'GET /api/v1/contracts/:contract/timeline': EVERYONE,
  'GET /api/v1/contracts/:contract/terms': EVERYONE,
  'GET /api/v1/contracts/:contract/amendments': EVERYONE,
  'POST /api/v1/contracts/:contract/amendments': ADMINISTRATOR,
  'GET /api/v1/contracts/:contract/amendments/:amendment': EVERYONE,
  'PUT /api/v1/contracts/:contract/amendments/:amendment': ADMINISTRATOR,
  'DELETE /api/v1/contracts/:contract/amendments/:amendment': ADMINISTRATOR,
  'GET /api/v1/contracts/:contract/amendments/:amendment/preview': EVERYONE,
  'POST /api/v1/contracts/:contract/amendments/:amendment/send': ADMINISTRATOR,
  'POST /api/v1/contracts/:contract/amendments/:amendment/agree': ADMINISTRATOR,
  'GET /api/v1/contracts/:contract/renewals': EVERYONE,
  'POST /api/v1/contracts/:contract/renewals': ADMINISTRATOR,
  'POST /api/v1/contracts/:contract/renewals/objection': OFFICE,
  'POST /api/v1/contracts/:contract/send': OFFICE,
  'POST /api/v1/contracts/:contract/signatures': OFFICE,
  'POST /api/v1/contracts/:contract/decline': OFFICE,
  'GET /api/v1/contracts/:contract/envelopes': EVERYONE,
  'GET /api/v1/contracts/:contract/envelopes/:envelope': EVERYONE,
  'GET /api/v1/contracts/:contract/envelopes/:envelope/document': EVERYONE,
  'GET /api/v1/contracts/:contract/envelopes/:envelope/signed': EVERYONE,
  'GET /api/v1/contracts/:contract/envelopes/:envelope/evidence': EVERYONE,
  'POST /api/v1/contracts/:contract/envelopes/:envelope/withdraw': OFFICE,
  'POST /api/v1/contracts/:contract/envelopes/:envelope/signers/:signer/link': ADMINISTRATOR,
  'POST /api/v1/contracts/:contract/termination': ADMINISTRATOR,
  'POST /api/v1/contracts/:contract/clock': ADMINISTRATOR,

  'GET /api/v1/requests': EVERYONE,
  'GET /api/v1/contracts/:contract/requests': EVERYONE,
  'POST /api/v1/contracts/:contract/requests': SERVICE,
  'GET /api/v1/contracts/:contract/requests/:request': EVERYONE,
  'POST /api/v1/contracts/:contract/requests/:request/actions': SERVICE,

  'GET /api/v1/contracts/:contract/months': EVERYONE,
  'GET /api/v1/contracts/:contract/misses': EVERYONE,
  'POST /api/v1/contracts/:contract/waivers': OFFICE,
  'POST /api/v1/contracts/:contract/waivers/approval': TEMPLATES,
  'GET /api/v1/contracts/:contract/charges': EVERYONE,

  'GET /api/v1/contracts/:contract/obligations': EVERYONE,
  'POST /api/v1/contracts/:contract/obligations/:obligation/performance': SERVICE,
  'POST /api/v1/contracts/:contract/obligations/:obligation/excuses': ADMINISTRATOR,

  'GET /api/v1/contracts/:contract/invoices': EVERYONE,
  'GET /api/v1/contracts/:contract/invoices/:period': EVERYONE,
  'GET /api/v1/contracts/:contract/invoices/:period/e-invoice': EVERYONE,
  'GET /api/v1/contracts/:contract/payments': EVERYONE,
  'POST /api/v1/contracts/:contract/payments': OFFICE,
  'POST /api/v1/contracts/:contract/payouts': ADMINISTRATOR,

  'GET /api/v1/contracts/:contract/reports': EVERYONE,
  'GET /api/v1/contracts/:contract/reports/:period': EVERYONE,
  'POST /api/v1/contracts/:contract/reports/:period/submission': SERVICE,

  'GET /api/v1/contracts/:contract/statements': EVERYONE,
  'GET /api/v1/contracts/:contract/statements/:period': EVERYONE,
  'POST /api/v1/contracts/:contract/statements/:period/acceptance': OFFICE,
  'POST /api/v1/contracts/:contract/statements/:period/contests': OFFICE,
  'POST /api/v1/contracts/:contract/statements/:period/decisions': TEMPLATES,

  'GET /api/v1/contracts/:contract/termination': EVERYONE,
  'POST /api/v1/contracts/:contract/termination/agreements': ADMINISTRATOR,
  'POST /api/v1/contracts/:contract/termination/notice': OFFICE,
  'POST /api/v1/contracts/:contract/termination/right-waiver': OFFICE,

  'GET /api/v1/contracts/:contract/ledger': EVERYONE,
  'GET /api/v1/contracts/:contract/ledger/verification': EVERYONE,
  'GET /api/v1/contracts/:contract/decisions': EVERYONE,
  'GET /api/v1/contracts/:contract/decisions/:sequence': EVERYONE,
  'GET /api/v1/contracts/:contract/decisions/:sequence/verification': EVERYONE,

  'POST /api/v1/bank/statements': OFFICE,
  'GET /api/v1/bank/lines': EVERYONE,
  'GET /api/v1/bank/lines/:line': EVERYONE,
  'POST /api/v1/bank/lines/:line/book': ADMINISTRATOR,
  'POST /api/v1/bank/lines/:line/ignore': ADMINISTRATOR,
  'GET /api/v1/bank/reconciliation': EVERYONE,

  'GET /api/v1/contracts/:contract/documents': EVERYONE,
  'GET /api/v1/contracts/:contract/documents/:sha256': EVERYONE,
  'GET /api/v1/contracts/:contract/archive': EVERYONE,
  'GET /api/v1/documents/by-hash/:sha256': EVERYONE,
  'GET /api/v1/contracts/:contract/mails': EVERYONE,
  'POST /api/v1/contracts/:contract/mails/:mail/retry': ADMINISTRATOR,

  'GET /api/v1/commands/:command': EVERYONE,
};
