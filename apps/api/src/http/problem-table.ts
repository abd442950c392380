import { type RefusalCode } from '#domain/refusal';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** What the contract refuses, by its code, as HTTP says it. */
const REFUSALS: Readonly<Record<RefusalCode, ProblemKind>> = {
  unknownContract: { status: 404, title: 'There is no such contract' },
  unknownRequest: { status: 404, title: 'There is no such service request' },
  unknownMiss: { status: 404, title: 'There is no such miss' },
  unknownObligation: { status: 404, title: 'There is no such obligation' },
  unknownPeriod: { status: 404, title: 'The contract has no such month' },
  duplicateRequest: { status: 409, title: 'The name of the request is taken' },
  wrongState: { status: 409, title: 'Not possible in this state' },
  lateFact: { status: 409, title: 'The fact comes too late' },
  alreadyWaived: { status: 409, title: 'The miss has been waived already' },
  noRight: { status: 409, title: 'There is no termination right' },
  tooEarly: { status: 409, title: 'Too early' },
  notAllowed: { status: 403, title: 'Not allowed by the contract' },
  invalidValue: { status: 422, title: 'A value is not allowed' },
  beforeTerm: { status: 422, title: 'Before the start of the term' },
  preconditionFailed: { status: 412, title: 'It has changed since it was looked at' },
  afterTerm: { status: 422, title: 'After the end of the contract' },
};

/** What the API itself refuses. */
const OWN = {
  malformedJson: { status: 400, title: 'The body is not JSON' },
  badRequest: { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'A valid API key or session is needed' },
  signInFailed: { status: 401, title: 'Login and password do not fit' },
  passwordChangeNeeded: { status: 403, title: 'A password of your own has to be chosen first' },
  crossOrigin: { status: 403, title: 'The call comes from a page of another site' },
  forbidden: { status: 403, title: 'The key may not do this' },
  needsAnotherPerson: { status: 403, title: 'It takes another person' },
  notTheAuthor: { status: 403, title: 'Only its author may do this' },
  notFound: { status: 404, title: 'There is nothing at this address' },
  methodNotAllowed: { status: 405, title: 'The address does not take this method' },
  unknownTemplate: { status: 404, title: 'There is no such template' },
  unknownTemplateVersion: { status: 404, title: 'There is no such version of the template' },
  unknownHistory: { status: 404, title: 'There is no such run of a workflow' },
  unknownEntry: { status: 404, title: 'There is no such ledger entry' },
  unknownDecision: { status: 404, title: 'There is no such decision' },
  unknownEnvelope: { status: 404, title: 'There is no such signing' },
  unknownDocument: { status: 404, title: 'There is no such document' },
  unknownMail: { status: 404, title: 'There is no such letter' },
  unknownCommand: { status: 404, title: 'There is no such command' },
  unknownAmendment: { status: 404, title: 'There is no such amendment' },
  unknownKey: { status: 404, title: 'There is no such key' },
  unknownAccount: { status: 404, title: 'There is no such account' },
  noSession: { status: 404, title: 'The call goes by a key, not by a session' },
  unknownOperation: { status: 404, title: 'There is no such operation' },
  unknownWebhook: { status: 404, title: 'There is no such webhook endpoint' },
  unknownDelivery: { status: 404, title: 'There is no such delivery' },
  webhooksOff: { status: 409, title: 'Webhooks are not set up' },
  documentsUnfinished: { status: 409, title: 'The documents are still being made' },
  noSealingKey: { status: 409, title: 'There is no key to seal with' },
  unknownCheckpoint: { status: 404, title: 'There is no such checkpoint' },
  unknownAttachment: { status: 404, title: 'The request has no such file' },
  unknownBankLine: { status: 404, title: 'There is no such bank line' },
  tooManyAttachments: { status: 409, title: 'The request has too many files' },
  duplicateContract: { status: 409, title: 'The contract id is taken' },
  duplicateKey: { status: 409, title: 'The name of the key is taken' },
  duplicateLogin: { status: 409, title: 'The login is taken' },
  idempotencyKeyReused: { status: 409, title: 'The idempotency key was used for another request' },
  clockIsReal: { status: 409, title: 'The contract follows the time of day' },
  clockIsManual: { status: 409, title: 'The contract is a rehearsal' },
  bankLineDecided: { status: 409, title: 'The bank line is decided already' },
  duplicateTemplateVersion: { status: 409, title: 'The version of the template is there already' },
  shippedTemplate: { status: 409, title: 'The version came with the product' },
  versionChanged: { status: 409, title: 'The version was changed meanwhile' },
  checksFailed: { status: 409, title: 'The proof or the acceptance cases fail' },
  templateInvalid: { status: 409, title: 'The template has faults' },
  bodyTooLarge: { status: 413, title: 'The body is too large' },
  wrongContentType: { status: 415, title: 'The body has another content type' },
  invalidRequest: { status: 422, title: 'The request has faults' },
  tooManyRequests: { status: 429, title: 'Too many calls' },
  attachmentTypeNotAllowed: { status: 422, title: 'The file is of no allowed type' },
  unroutableMail: { status: 422, title: 'The mail belongs to no contract' },
  atInFuture: { status: 422, title: 'The instant lies in the future' },
  internalError: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'A service that is needed does not answer' },
} as const satisfies Record<string, ProblemKind>;

/** Every problem there is: one code, one status, one page under docs/problems. */
export const PROBLEMS = { ...REFUSALS, ...OWN };

export type ProblemCode = keyof typeof PROBLEMS;
