import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { type Json } from '#domain/entry';
import { InstantType } from '../instant-type.js';

/** Its life is a table, `VERSION_TRANSITIONS` in libs/templates; the database refuses what that table does not have. */
export type TemplateVersionState = 'draft' | 'inReview' | 'published' | 'retired';

/** A text in both languages. */
export interface TemplateTexts {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** The version that a variant inherits from. */
export interface TemplateBase {
  readonly id: string;
  readonly version: string;
}

/**
 * A version of a template that an administrator owns. Its files and what they mean change while it is a draft only;
 * once published, nothing of it ever does but that it is retired.
 */
export const TemplateVersion = defineEntity({
  name: 'TemplateVersion',
  tableName: 'template_version',
  properties: {
    templateId: p.string().primary().columnType('text'),
    version: p.string().primary().columnType('text'),
    state: p.string().columnType('text').$type<TemplateVersionState>(),
    title: p.json<TemplateTexts>(),
    description: p.json<TemplateTexts>(),
    base: p.json<TemplateBase>().nullable(),
    /** The package: the text of each file by its path. */
    files: p.json<Readonly<Record<string, string>>>().lazy(),
    /**
     * The template that the files make, with what a variant inherits: whole, so that it stays what it was when the
     * version it inherits from is gone. `json`, as `jsonb` would not keep the order of its members.
     */
    template: p.json<Json>().columnType('json').lazy(),
    /** The calendars that are the package's own, by their ids; those it shares with others are read where they are used. */
    calendars: p.json<Json>().columnType('json').lazy(),
    /** The content hash of the template: the name that contracts know it by. */
    hash: p.string().columnType('text'),
    packageHash: p.string().columnType('text'),
    /** Who imported it. */
    author: p.string().columnType('text'),
    /** Who imported it or replaced its files last. */
    editedBy: p.string().columnType('text'),
    submittedBy: p.string().columnType('text').nullable(),
    /** Who approved it: neither of those who edited it last or submitted it. */
    reviewer: p.string().columnType('text').nullable(),
    /** Counts everything that is done to it. */
    revision: p.integer(),
    createdAt: p.type(InstantType),
    editedAt: p.type(InstantType),
    publishedAt: p.type(InstantType).nullable(),
    retiredAt: p.type(InstantType).nullable(),
    /** The report of the proof that was run at approval. */
    proof: p.json<Json>().lazy().nullable(),
    /** The results of the acceptance cases that were run at approval. */
    acceptance: p.json<Json>().lazy().nullable(),
  },
});

export type TemplateVersionRow = InferEntity<typeof TemplateVersion>;

/** What was done to a version: who, when, why. Append-only, and kept when a draft is discarded. */
export const TemplateEvent = defineEntity({
  name: 'TemplateEvent',
  tableName: 'template_event',
  properties: {
    templateId: p.string().primary().columnType('text'),
    version: p.string().primary().columnType('text'),
    /** From 1, without gaps. */
    sequence: p.integer().primary(),
    /** `import`, or what `VERSION_ACTIONS` calls it. */
    action: p.string().columnType('text'),
    fromState: p.string().columnType('text').nullable(),
    /** `discarded` where a draft is gone. */
    toState: p.string().columnType('text'),
    actor: p.string().columnType('text'),
    at: p.type(InstantType),
    reason: p.string().columnType('text').nullable(),
    /** What the version was after it. */
    hash: p.string().columnType('text'),
    packageHash: p.string().columnType('text'),
  },
});

export type TemplateEventRow = InferEntity<typeof TemplateEvent>;
