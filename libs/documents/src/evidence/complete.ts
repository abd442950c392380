import { type Fault } from '#domain/fault';
import {
  type Envelope,
  type Signer,
  type SignerStatus,
  type SigningStep,
  type SigningStepKind,
} from '#domain/signing/envelope';
import { PaperError } from '../paper-error.js';

/** What must be known beside what always is. */
interface Needs {
  readonly signer: readonly (keyof Signer)[];
  readonly step: readonly (keyof SigningStep)[];
}

/** By a signer's status: somebody who did not look has no instant of looking, and that is no gap. */
const OF_SIGNER: Readonly<Record<SignerStatus, Needs['signer']>> = {
  waiting: [],
  invited: ['invitedAt'],
  viewed: ['invitedAt', 'viewedAt'],
  signed: ['invitedAt', 'decidedAt'],
  declined: ['invitedAt', 'decidedAt'],
  delegated: ['invitedAt', 'decidedAt', 'delegatedTo'],
};

/** By a step's kind: what people did has to say from where; what the clock or the last signature brought about has not. */
const OF_STEP: Readonly<Record<SigningStepKind, Needs['step']>> = {
  sent: [],
  invited: ['signer'],
  viewed: ['signer', 'provenance'],
  signed: ['signer', 'provenance'],
  declined: ['signer', 'provenance', 'reason'],
  delegated: ['signer', 'provenance', 'reason'],
  reminded: ['signer'],
  withdrawn: ['provenance', 'reason'],
  expired: [],
  completed: [],
};

const ALWAYS_OF_SIGNER = ['id', 'name', 'title', 'email'] as const;
const HASH = /^sha256:[0-9a-f]{64}$/;

/**
 * Throws a PaperError that names each field of a signing that is empty, though something has to stand there, and each step
 * that a decision lacks: evidence with a gap is none. A signing that is still on its way has no evidence yet.
 */
export function assertNoEmptyField(envelope: Envelope): void {
  const faults = [
    ...envelopeFaults(envelope),
    ...envelope.signers.flatMap((signer, index) => signerFaults(envelope, signer, `signers[${index}]`)),
    ...envelope.steps.flatMap((step, index) => stepFaults(envelope, step, `steps[${index}]`)),
  ];
  if (faults.length > 0) throw new PaperError(faults);
}

function envelopeFaults({ id, status, documentHash, sentAt, dueAt, signers, steps }: Envelope): Fault[] {
  const faults = [...emptyFaults({ id, sentAt, dueAt }, '')];
  if (!HASH.test(documentHash)) faults.push(noHash('documentHash', documentHash));
  if (signers.length === 0) faults.push(gap('signers'));
  if (status === 'open') {
    faults.push({
      path: 'status',
      problem: 'the signing is still open',
      allowed: 'allowed is one that is over',
    });
  } else if (steps.at(0)?.kind !== 'sent' || steps.at(-1)?.kind !== status) {
    const problem = `do not begin with the sending and end with it being ${status}`;
    faults.push({ path: 'steps', problem, allowed: 'allowed are all steps in order' });
  }
  return faults;
}

function signerFaults({ steps }: Envelope, signer: Signer, path: string): Fault[] {
  const { id, status, decidedAt } = signer;
  const needed = [...ALWAYS_OF_SIGNER, ...OF_SIGNER[status]].map((name) => [name, signer[name]] as const);
  const faults = emptyFaults(Object.fromEntries(needed), path);
  const hasDecided = status === 'signed' || status === 'declined' || status === 'delegated';
  const hasStep = steps.some((step) => step.kind === status && step.signer === id && step.at === decidedAt);
  if (hasDecided && !hasStep) {
    const problem = `${id} has ${status}, and no step tells it`;
    faults.push({ path: `${path}.status`, problem, allowed: 'allowed are decisions with their steps' });
  }
  return faults;
}

function stepFaults({ signers, documentHash }: Envelope, step: SigningStep, path: string): Fault[] {
  const needed = OF_STEP[step.kind].map((name) => [name, step[name]] as const);
  const faults = emptyFaults({ at: step.at, by: step.by, ...Object.fromEntries(needed) }, path);
  if (step.provenance) faults.push(...emptyFaults(step.provenance, `${path}.provenance`));
  if (step.documentHash !== documentHash)
    faults.push(noHash(`${path}.documentHash`, step.documentHash, documentHash));
  if (step.signer !== null && !signers.some(({ id }) => id === step.signer)) {
    faults.push({
      path: `${path}.signer`,
      problem: `${step.signer} is no signer`,
      allowed: `allowed are ${signers.map(({ id }) => id).join(', ')}`,
    });
  }
  return faults;
}

function emptyFaults(fields: object, path: string): Fault[] {
  return Object.entries(fields).flatMap(([name, value]: [string, unknown]) => {
    const isEmpty = value == null || (typeof value === 'string' && value.trim() === '');
    return isEmpty ? [gap(path === '' ? name : `${path}.${name}`)] : [];
  });
}

function gap(path: string): Fault {
  return { path, problem: 'is empty', allowed: 'evidence has no empty field' };
}

function noHash(path: string, value: string, wanted = 'sha256: and 64 hexadecimal digits'): Fault {
  return { path, problem: value === '' ? 'is empty' : `is ${value}`, allowed: `allowed is ${wanted}` };
}
