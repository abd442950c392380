import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type Json } from '#domain/entry';
import { formatFault, type Fault, quote } from '#domain/fault';
import { type TemplateVersionRow } from '#persistence/entities/template-version';
import {
  discardVersion,
  editVersion,
  importVersion,
  lockVersion,
  moveVersion,
  type VersionChecks,
} from '#persistence/queries/template-versions';
import { type TemplatePackage } from '#templates/package';
import {
  stepVersion,
  type NextVersionState,
  type VersionAction,
  type VersionStep,
} from '#templates/versions';
import { checkIfMatch } from '../http/entity-tag.js';
import { Problem } from '../http/problem.js';
import { now } from '../time.js';
import { ApprovalChecks, approvalFaults } from './approval.js';
import { readDraft, type ReadPackage } from './package-reader.js';
import { idOf, TemplateShelf, versionOf, type ShelfVersion } from './shelf.js';

/** Which version is meant, and which of its revisions the caller has looked at, if that was said. */
export interface VersionAddress {
  readonly template: string;
  readonly version: string;
  readonly revision?: number | undefined;
  /** The same by an If-Match. */
  readonly ifVersion?: number | null;
}

/** What somebody wants to be done to a version beside replacing its files. */
export interface VersionWish extends VersionAddress {
  readonly action: Exclude<VersionAction, 'edit'>;
  readonly actor: string;
  readonly reason: string | null;
}

/**
 * What is done to versions of templates, each in the caller's transaction: the version's row is locked, so that of two
 * who act at once the second finds what the first has made of it. Refusals are thrown as Problems and change nothing.
 */
@Injectable()
export class TemplateVersions {
  constructor(
    private readonly shelf: TemplateShelf,
    private readonly checks: ApprovalChecks,
  ) {}

  /** Makes a draft of a package. Gives its id and version, which the package says. */
  async import(
    em: EntityManager,
    actor: string,
    files: TemplatePackage['files'],
  ): Promise<{ template: string; version: string }> {
    const { template, content } = await this.read(em, files);
    const { id, version } = template;
    const there = await this.shelf.version(id, version, em);
    if (there?.origin === 'shipped') throw shippedProblem(id, version);
    const row = await importVersion(em, { templateId: id, version, content, author: actor }, now());
    if (!row) {
      const detail = `${id} ${version} is there already: raise the version, or change the draft that has it`;
      throw new Problem('duplicateTemplateVersion', detail);
    }
    return { template: id, version };
  }

  /** Replaces the files of a draft. The package must have the draft's id and version. */
  async edit(
    em: EntityManager,
    actor: string,
    address: VersionAddress,
    files: TemplatePackage['files'],
  ): Promise<void> {
    const step = { action: 'edit', actor, reason: null } as const;
    stepped((await this.standing(em, address)).row, step);
    const { template, content } = await this.read(em, files);
    const faults = (['id', 'version'] as const).flatMap((member) => {
      const wanted = member === 'id' ? address.template : address.version;
      return template[member] === wanted ? [] : [otherNameFault(member, template[member], wanted)];
    });
    if (faults.length > 0) throw Problem.ofFaults(faults);
    const row = await this.locked(em, address);
    stepped(row, step);
    await editVersion(em, row, content, { ...step, at: now() });
  }

  /** Takes a version to where an action leads. Gives its new state. */
  async transition(em: EntityManager, wish: VersionWish): Promise<NextVersionState> {
    const { action, actor, reason } = wish;
    const step = { action, actor, reason };
    const seen = await this.standing(em, wish);
    const { revision } = seen.row;
    stepped(seen.row, step);
    // Run before the row is locked: it takes seconds. What was looked at is still there, or the approval is refused.
    const approval = action === 'approve' ? await this.approved(em, seen) : null;
    const row = await this.locked(em, { ...wish, revision });
    const next = stepped(row, step);
    const deed = { action, actor, at: now(), reason };
    if (next === 'discarded') await discardVersion(em, row, deed);
    else await moveVersion(em, row, next, deed, approval);
    return next;
  }

  /** Reads a package. Throws a Problem with all of its faults. */
  private async read(em: EntityManager, files: TemplatePackage['files']): Promise<ReadPackage> {
    const read = await readDraft(files, (id, version) => this.shelf.publishedFiles(id, version, em));
    if ('faults' in read) throw Problem.ofFaults(read.faults);
    return read;
  }

  /** The proof and the cases that a version is published on. Throws a Problem with all that fails. */
  private async approved(em: EntityManager, version: StoredVersion): Promise<VersionChecks> {
    const content = await this.shelf.content(version, em);
    // Read again: what it extends may have been retired, and the checks of a newer program may find more.
    const read = await readDraft(content.files, (id, number) => this.shelf.publishedFiles(id, number, em));
    if ('faults' in read) throw checksProblem(version, read.faults);
    if (read.template.hash !== version.row.hash) {
      const problem = `its files now make ${read.template.hash}, and not ${version.row.hash}`;
      throw checksProblem(version, [{ path: 'hash', problem, allowed: 'import the package again' }]);
    }
    const [proof, acceptance] = [await this.checks.prove(content), await this.checks.accept(content)];
    const faults = approvalFaults(proof, acceptance);
    if (faults.length > 0 || !proof.passed || !acceptance.passed) throw checksProblem(version, faults);
    return { proof: proof as unknown as Json, acceptance: acceptance as unknown as Json };
  }

  /** A stored version as it stands, not locked. Throws a Problem where there is none that can be changed. */
  private async standing(em: EntityManager, address: VersionAddress): Promise<StoredVersion> {
    const { template, version } = address;
    const found = await this.shelf.version(template, version, em);
    if (found === null) throw unknownVersion(template, version);
    if (found.origin === 'shipped') throw shippedProblem(template, version);
    checkRevision(found.row, address);
    return found;
  }

  private async locked(em: EntityManager, address: VersionAddress): Promise<TemplateVersionRow> {
    const { template, version } = address;
    const row = await lockVersion(em, template, version);
    if (!row) throw unknownVersion(template, version);
    checkRevision(row, address);
    return row;
  }
}

type StoredVersion = Extract<ShelfVersion, { origin: 'stored' }>;

/** The state that a step leads to. Throws a Problem where the lifecycle refuses it. */
function stepped(row: TemplateVersionRow, step: VersionStep): NextVersionState {
  const { state, editedBy, submittedBy } = row;
  const outcome = stepVersion({ state, editedBy, submittedBy: submittedBy ?? null }, step);
  if ('next' in outcome) return outcome.next;
  const { code, fault } = outcome.refused;
  if (code === 'reasonMissing') throw Problem.ofFaults([fault]);
  throw new Problem(code, formatFault(fault), [fault]);
}

function otherNameFault(member: 'id' | 'version', given: string, wanted: string): Fault {
  const allowed = `allowed is ${wanted}: a package of another ${member} is imported as a draft of its own`;
  return { path: `files#${member}`, problem: `is ${quote(given)}`, allowed };
}

export function unknownVersion(template: string, version: string): Problem {
  return new Problem('unknownTemplateVersion', `There is no version ${version} of the template ${template}`);
}

function shippedProblem(template: string, version: string): Problem {
  const detail = `${template} ${version} came with the product and is read-only: give yours another version`;
  return new Problem('shippedTemplate', detail);
}

/** Throws a Problem where another revision is meant than there is. */
function checkRevision({ templateId, version, revision }: TemplateVersionRow, address: VersionAddress): void {
  checkIfMatch(address, revision);
  const { revision: wanted } = address;
  if (wanted === undefined || wanted === revision) return;
  const detail = `${templateId} ${version} has revision ${revision} by now, and not ${wanted}: read it again`;
  throw new Problem('versionChanged', detail);
}

function checksProblem(version: ShelfVersion, faults: readonly Fault[]): Problem {
  const [first] = faults;
  const why = first ? `: ${formatFault(first)}` : '';
  return new Problem(
    'checksFailed',
    `${idOf(version)} ${versionOf(version)} cannot be published${why}`,
    faults,
  );
}
