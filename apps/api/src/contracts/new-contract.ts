import { type z } from 'zod';
import { type DraftContract } from '#domain/command';
import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractBasis, contractTerms } from '#templates/contract-terms';
import { loadTemplate } from '#templates/load';
import { resolveParameters } from '#templates/parameters';
import { TemplateError } from '#templates/template-error';
import { Problem } from '../http/problem.js';
import { checkFurther } from '../http/validation.js';
import { now } from '../time.js';
import { newContract } from './contract-schemas.js';

/** The draft that a new contract begins with. `checkFurther` has looked at its parameters already. */
export async function draftOf(wanted: z.infer<typeof newContract>): Promise<DraftContract> {
  const { clientId, clock, parties } = wanted;
  const { terms, textFor } = await basisOf(wanted);
  const text = textFor(parties);
  return { type: 'contract.draft', at: draftedAt(wanted, terms), clientId, clock, parties, terms, text };
}

async function basisOf({ template: id, parameters }: z.infer<typeof newContract>): Promise<ContractBasis> {
  const made = await contractTerms(id, parameters);
  if ('faults' in made) throw Problem.ofFaults(made.faults);
  return made;
}

/** What is wrong with the template and the parameters of a document, whatever else is wrong with it. */
async function parameterFaults(document: unknown): Promise<readonly Fault[]> {
  const { template: id, parameters } = membersOf(document);
  const given = membersOf(parameters);
  if (typeof id !== 'string' || given !== parameters) return [];
  try {
    const resolved = resolveParameters(await loadTemplate(id), given);
    return 'faults' in resolved ? resolved.faults : [];
  } catch (error) {
    if (error instanceof TemplateError) return error.faults;
    throw error;
  }
}

checkFurther(newContract, parameterFaults);

const NO_MEMBERS: Readonly<Record<string, unknown>> = {};

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : NO_MEMBERS;
}

function draftedAt({ clock, at }: z.infer<typeof newContract>, terms: Terms): Instant {
  if (clock === 'manual') return at ?? terms.startsAt;
  const present = now();
  if (at === undefined || at <= present) return at ?? present;
  throw new Problem('atInFuture', `at: ${at} lies in the future, allowed is at most ${present}, the present`);
}
