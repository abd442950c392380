import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import type { Fault } from '#domain/fault';
import { manifestSchema } from './template.js';

const { id, version, title, description, files } = manifestSchema.shape;
const clauseNumber = z.string().regex(/^(?:Parties|\d{1,2}(?:\.\d{1,2})?)$/);
const parameterName = z.string().regex(/^[a-z][A-Za-z0-9]{0,63}$/);
const value = z.union([z.int(), z.string()]);
const bound = z.exactOptional(value);

const clauseTexts = z.record(
  clauseNumber,
  closedObject({
    /** Left out: the title stays. */
    title: z.exactOptional(z.string().min(1).max(200)),
    /** The whole text of the clause, in the place of the one that the template has. */
    text: z.string().min(1).max(50_000),
  }),
);

/**
 * `variant.json`: a template for one client that inherits another one and says what differs, nothing else. A limit may
 * be narrowed, never widened; `fixed` leaves one value.
 */
export const variantSchema = closedObject({
  id,
  version,
  title,
  description,
  /** For whom it is. */
  client: z.exactOptional(z.string().min(1).max(200)),
  extends: closedObject({
    template: id,
    version,
    /** Refuses another content under the same version. */
    hash: z.exactOptional(z.string().regex(/^sha256:[0-9a-f]{64}$/)),
  }),
  parameters: z.exactOptional(
    z.record(
      parameterName,
      closedObject({ default: bound, minimum: bound, maximum: bound, moreThan: bound, fixed: bound }),
    ),
  ),
  clauses: z.exactOptional(closedObject({ 'zh-CN': clauseTexts, en: clauseTexts })),
  /** A rule set in the place of the template's one of that name. */
  rules: z.exactOptional(files.shape.rules),
  targets: z.exactOptional(files.shape.parameters),
  /** Members of the template's `terms.json` that differ; `null` takes one away, a list replaces the list. */
  terms: z.exactOptional(z.record(z.string().max(64), z.unknown())),
});

export type Variant = z.infer<typeof variantSchema>;

/** What an override that says what the template says anyway is told. */
export function sameFault(path: string): Fault {
  return { path, problem: 'does not differ from the template', allowed: 'a variant says only what differs' };
}
