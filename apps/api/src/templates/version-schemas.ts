import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { DOCUMENT_SCHEMA } from '#rehearsal/document';
import { templateId, templateVersion } from '#templates/template';
import { VERSION_ACTIONS, VERSION_STATES } from '#templates/versions';
import {
  bothLanguages,
  count,
  instantOut,
  languageIn,
  listQuery,
  pageOut,
  reasonIn,
} from '../http/fields.js';
import { templateParams } from './template-schemas.js';

export const versionParams = templateParams.extend({ version: templateVersion });

export const stateIn = z.enum(VERSION_STATES);

const revisionIn = z.exactOptional(
  z.coerce.number({ error: 'allowed is a whole number' }).int().min(1).meta({
    description:
      '`revision` of the version you looked at: refused with versionChanged when it has another by now. Left out, any will do',
  }),
);

/** The files of a template, path and text. What may stand in them is looked at where they are read. */
export const packageIn = closedObject({
  files: z.record(z.string().max(500), z.string()).meta({
    description: 'The text of each file by its path beside template.json',
    example: { 'template.json': '{ … }', 'clauses/en.md': '# …' },
  }),
}).meta({ id: 'TemplatePackage' });

export const packageQuery = closedObject({ revision: revisionIn });

/** What can be done to a version beside replacing its files. */
export const TRANSITIONS = VERSION_ACTIONS.filter((action) => action !== 'edit');

export const transitionIn = closedObject({
  action: z.enum(TRANSITIONS),
  reason: z.exactOptional(reasonIn.meta({ description: 'Why; it must be said when a version is returned' })),
  revision: revisionIn,
}).meta({ id: 'VersionTransition' });

export const diffQuery = closedObject({
  from: templateVersion.meta({
    description: 'A version of the template, or of the one that `fromTemplate` names',
  }),
  fromTemplate: z.exactOptional(templateId).meta({
    description:
      'The template that `from` is a version of: of a variant, say, its base. Left out, it is the template itself',
  }),
  to: templateVersion.meta({ description: 'Another version of the template' }),
  language: languageIn,
});

export const versionLine = z
  .strictObject({
    version: z.string(),
    state: stateIn,
    origin: z
      .enum(['shipped', 'stored'])
      .meta({ description: '`shipped` came with the product and is read-only' }),
    hash: z
      .string()
      .meta({ description: 'The content hash: it names what is published, and stands in each contract' }),
    title: bothLanguages,
    base: z
      .strictObject({ id: z.string(), version: z.string() })
      .nullable()
      .meta({ description: 'The version that a variant inherits from' }),
    author: z.string().meta({ description: 'Who imported it' }),
    editedBy: z.string(),
    submittedBy: z.string().nullable(),
    reviewer: z.string().nullable(),
    revision: count.meta({
      description: 'Counts everything that was done to it; 0 of what came with the product',
    }),
    createdAt: instantOut.nullable(),
    editedAt: instantOut.nullable(),
    publishedAt: instantOut.nullable(),
    retiredAt: instantOut.nullable(),
  })
  .meta({ id: 'TemplateVersionLine' });

export type VersionLine = z.infer<typeof versionLine>;

export const versionsQuery = closedObject({
  state: z.exactOptional(stateIn),
  origin: z.exactOptional(versionLine.shape.origin),
  ...listQuery('desc'),
});

export const versionList = pageOut(versionLine)
  .extend({ template: z.string() })
  .meta({ id: 'TemplateVersionList' });

const event = z.strictObject({
  sequence: count,
  action: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  actor: z.string(),
  at: instantOut,
  reason: z.string().nullable(),
  hash: z.string(),
});

export const versionDetail = versionLine
  .extend({
    template: z.string(),
    description: bothLanguages,
    packageHash: z.string().meta({ description: 'Over all files, also those that no contract prints' }),
    differences: z
      .unknown()
      .meta({ description: 'Of a variant: what differs from its base, and nothing else; else null' }),
    proof: z.unknown().meta({ description: 'The report of the proof that was run at approval; null before' }),
    acceptance: z
      .unknown()
      .meta({ description: 'The results of the acceptance cases that were run at approval; null before' }),
    history: z.array(event).meta({ description: 'Who did what when and why; append-only' }),
    actions: z.array(z.enum(VERSION_ACTIONS)).meta({ description: 'What the caller may do to it now' }),
  })
  .meta({ id: 'TemplateVersion' });

export type VersionDetail = z.infer<typeof versionDetail>;

export const packageOut = z
  .strictObject({
    template: z.string(),
    version: z.string(),
    hash: z.string(),
    files: z.record(z.string(), z.string()),
  })
  .meta({ id: 'ExportedTemplatePackage' });

export const transitionOut = z
  .strictObject({
    template: z.string(),
    version: z.string(),
    state: z.enum([...VERSION_STATES, 'discarded']),
    detail: versionDetail
      .nullable()
      .meta({ description: 'The version as it is now; null once it is discarded' }),
  })
  .meta({ id: 'VersionTransitionDone' });

const fault = z.strictObject({ path: z.string(), problem: z.string(), allowed: z.string() });

export const acceptanceOut = z
  .strictObject({
    passed: z.boolean(),
    cases: z.array(
      z.strictObject({
        name: z.string(),
        passed: z.boolean(),
        faults: z.array(fault).meta({ description: 'Why the case could not be run' }),
        differences: z
          .array(z.string())
          .meta({ description: 'Where something else came out than was expected' }),
      }),
    ),
  })
  .meta({ id: 'AcceptanceReport' });

const finding = z.looseObject({
  inputs: z.record(z.string(), z.unknown()),
  found: z.string(),
  expected: z.string(),
  sentence: bothLanguages,
});

export const proofOut = z
  .looseObject({
    passed: z.boolean(),
    checks: z.array(
      z.looseObject({
        id: z.string(),
        title: bothLanguages,
        passed: z.boolean(),
        counterExamples: z.array(finding).meta({ description: 'Cases that show why it failed' }),
      }),
    ),
  })
  .meta({ id: 'ProofReport' });

const unsavedFiles = z.exactOptional(packageIn.shape.files).meta({
  description: 'Files that are not saved yet, in place of those of the version',
});

export const checkIn = closedObject({ files: unsavedFiles }).meta({ id: 'VersionCheckWish' });

export const rehearseIn = closedObject({
  files: unsavedFiles,
  parameters: z
    .exactOptional(z.record(z.string().max(64), z.union([z.string().max(2000), z.number()])))
    .meta({ description: 'Values of parameters; samples stand in for those that must be given' }),
}).meta({ id: 'RehearsalWish' });

export const rehearseOut = z
  .strictObject({
    parameters: z.record(z.string(), z.unknown()).meta({ description: 'What the contract was made with' }),
    totalAmount: z.string(),
    document: DOCUMENT_SCHEMA.meta({ description: 'What came of it, as a rehearsal answers' }),
    lines: z
      .array(z.strictObject({ at: instantOut, kind: z.string(), text: bothLanguages }))
      .meta({ description: 'The whole term, an entry of the ledger a line' }),
  })
  .meta({ id: 'TemplateRehearsal' });

export const explainIn = closedObject({
  set: z
    .string()
    .min(1)
    .max(64)
    .meta({ description: 'A rule set by its name in the manifest', example: 'priority' }),
  facts: z
    .record(z.string().max(64), z.union([z.string().max(200), z.number(), z.boolean(), z.null()]))
    .meta({
      description: 'Every fact of the rule set, hypothetical',
      example: { urgency: 'high', impact: 'low' },
    }),
}).meta({ id: 'ExplainWish' });

export const explainOut = z
  .strictObject({
    explanation: z.unknown().meta({
      description:
        'The facts with their meaning, each rule that was tried with the conditions that held or failed and by how much, what decided, and the nearest change that would have decided otherwise',
    }),
    sentences: z.strictObject({ 'zh-CN': z.array(z.string()), en: z.array(z.string()) }),
  })
  .meta({ id: 'Explanation' });

export const redlineOut = z
  .strictObject({
    template: z.string(),
    fromTemplate: z.string().meta({ description: 'The template that `from` is a version of' }),
    from: z.string(),
    to: z.string(),
    language: z.enum(['zh-CN', 'en']),
    changed: z.boolean(),
    redline: z
      .unknown()
      .meta({ description: 'Clauses word by word, parameters, rules, targets, terms, calendars, as data' }),
    text: z.string().meta({ description: 'The same to read' }),
  })
  .meta({ id: 'TemplateRedline' });
