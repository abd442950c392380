import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Amendment, type TemplateWithCalendars } from '#backtest/amendment';
import { readAmendment } from '#backtest/amendment-document';
import { findTemplate } from '#backtest/found-templates';
import { type Fault } from '#domain/fault';
import { TemplateError } from '#templates/template-error';
import { Problem } from '../http/problem.js';
import { TemplateShelf } from '../templates/shelf.js';

const MEMBER = 'amendment';

/** Reads amendments that calls hand in. */
@Injectable()
export class Amendments {
  constructor(private readonly shelf: TemplateShelf) {}

  /** Throws a Problem with all of its faults. */
  async read(document: unknown, em: EntityManager = this.shelf.fork()): Promise<Amendment> {
    const read = await readAmendment(document, (id, version) => this.template(id, version, em));
    if ('faults' in read) throw amendmentProblem(read.faults);
    return read.amendment;
  }

  /** A version in whatever state, so that it can be tried before it is published; without one, the published one. */
  private async template(
    id: string,
    version: string | undefined,
    em: EntityManager,
  ): Promise<TemplateWithCalendars | { readonly faults: readonly Fault[] }> {
    if (version !== undefined) return findTemplate(em, id, version);
    try {
      const { template, calendars } = await this.shelf.find(id);
      return { template, calendars };
    } catch (error) {
      if (error instanceof TemplateError) return { faults: error.faults };
      throw error;
    }
  }
}

/** What is wrong with an amendment, by its place in the body. */
export function amendmentProblem(faults: readonly Fault[]): Problem {
  return Problem.ofFaults(
    faults.map((fault) => ({ ...fault, path: fault.path === '' ? MEMBER : `${MEMBER}.${fault.path}` })),
  );
}
