import { Injectable } from '@nestjs/common';
import { type z } from 'zod';
import { type DraftContract } from '#domain/command';
import { type Fault } from '#domain/fault';
import { type Terms } from '#domain/terms';
import { type Instant } from '#domain/time/instant';
import { type ContractBasis, contractTerms } from '#templates/contract-terms';
import { resolveParameters } from '#templates/parameters';
import { TemplateError } from '#templates/template-error';
import { Problem } from '../http/problem.js';
import { checkFurther } from '../http/validation.js';
import { TemplateShelf } from '../templates/shelf.js';
import { now } from '../time.js';
import { newContract } from './contract-schemas.js';

type Wanted = z.infer<typeof newContract>;

/** Makes the draft that a new contract begins with, from a published version of a template. */
@Injectable()
export class NewContracts {
  constructor(private readonly shelf: TemplateShelf) {
    checkFurther(newContract, (document) => this.parameterFaults(document));
  }

  /** `checkFurther` has looked at the template and the parameters already. */
  async draftOf(wanted: Wanted): Promise<DraftContract> {
    const { clientId, clock, parties } = wanted;
    const { terms, textFor } = await this.basisOf(wanted);
    const text = textFor(parties);
    return { type: 'contract.draft', at: draftedAt(wanted, terms), clientId, clock, parties, terms, text };
  }

  private async basisOf({ template: id, templateVersion, parameters }: Wanted): Promise<ContractBasis> {
    const { template, calendars } = await this.shelf.find(id, templateVersion);
    const made = await contractTerms(template, parameters, calendars);
    if ('faults' in made) throw Problem.ofFaults(made.faults);
    return made;
  }

  /** What is wrong with the template and the parameters of a document, whatever else is wrong with it. */
  private async parameterFaults(document: unknown): Promise<readonly Fault[]> {
    const { template: id, templateVersion: version, parameters } = membersOf(document);
    const given = membersOf(parameters);
    if (typeof id !== 'string' || given !== parameters) return [];
    if (version !== undefined && typeof version !== 'string') return [];
    try {
      const { template } = await this.shelf.find(id, version);
      const resolved = resolveParameters(template, given);
      return 'faults' in resolved ? resolved.faults : [];
    } catch (error) {
      if (error instanceof TemplateError) return error.faults;
      throw error;
    }
  }
}

const NO_MEMBERS: Readonly<Record<string, unknown>> = {};

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : NO_MEMBERS;
}

function draftedAt({ clock, at }: Wanted, terms: Terms): Instant {
  if (clock === 'manual') return at ?? terms.startsAt;
  const present = now();
  if (at === undefined || at <= present) return at ?? present;
  throw new Problem('atInFuture', `at: ${at} lies in the future, allowed is at most ${present}, the present`);
}
