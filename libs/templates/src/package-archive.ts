import { z } from 'zod';
import { canonicalJson } from '#decisions/hash';
import { closedObject, parseDocument } from '#decisions/schema-faults';
import { type Fault, unknownName } from '#domain/fault';
import {
  isPackagePath,
  packageDocument,
  parseJsonText,
  type Read,
  type TemplatePackage,
  VARIANT_MANIFEST,
} from './package.js';
import { calendarIdOf } from './package-calendars.js';
import { linkSchemas } from './package-schemas.js';
import { type ParsedTemplate, parseTemplate, type TemplateContext } from './parse-template.js';
import { templateId, templateVersion } from './template.js';
import { variantSchema } from './variant.js';

const files = z.record(z.string().refine(isPackagePath, 'allowed are paths like clauses/en.md'), z.string());

/** A template in one JSON file, with all that it leans on. */
const packedSchema = closedObject({
  pacta: z.literal('template/1'),
  id: templateId,
  version: templateVersion,
  /** The content hash of the template that the files make. */
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  files,
  /** The shared calendars that it names, by their ids. */
  calendars: z.record(z.string().regex(/^[A-Z][A-Z0-9-]{0,31}$/), z.unknown()),
  /** Of a variant, the templates that it stands on, by their ids. */
  bases: z.exactOptional(z.record(templateId, files)),
});

export type PackedTemplate = z.infer<typeof packedSchema>;

/** Characters of a packed template: a package and a few of those it stands on. */
const MOST_CHARACTERS = 10_000_000;

/**
 * A template as one JSON text, canonical (RFC 8785), so that the same files give the same bytes wherever they lay. The
 * package and the context are those that were parsed.
 */
export function packTemplate(
  source: TemplatePackage,
  { value: { id, version, hash }, calendars }: ParsedTemplate,
  context: TemplateContext,
): string {
  const bases = basesOf(source, context);
  const held = [source, ...Object.values(bases)].flatMap((each) =>
    Object.keys(each.files).flatMap(calendarIds),
  );
  const shared = Object.keys(calendars).filter((each) => !held.includes(each));
  const packed: PackedTemplate = {
    pacta: 'template/1',
    id,
    version,
    hash,
    files: linkSchemas(source, 'beside').files,
    calendars: Object.fromEntries(shared.map((each) => [each, context.calendars[each]])),
    ...(Object.keys(bases).length > 0 && {
      bases: Object.fromEntries(
        Object.entries(bases).map(([base, each]) => [base, linkSchemas(each, 'beside').files]),
      ),
    }),
  };
  return `${canonicalJson(packed)}\n`;
}

function calendarIds(path: string): string[] {
  const id = calendarIdOf(path);
  return id === null ? [] : [id];
}

/** The templates that a variant stands on, from the nearest to the last. */
function basesOf(source: TemplatePackage, context: TemplateContext): Record<string, TemplatePackage> {
  const bases: Record<string, TemplatePackage> = {};
  for (let each: TemplatePackage | undefined = source; each !== undefined;) {
    const manifest: Read<z.infer<typeof variantSchema>> = packageDocument(
      each,
      VARIANT_MANIFEST,
      variantSchema,
    );
    if ('faults' in manifest) break;
    const id: string = manifest.value.extends.template;
    each = Object.hasOwn(context.bases, id) && !Object.hasOwn(bases, id) ? context.bases[id] : undefined;
    if (each !== undefined) bases[id] = each;
  }
  return bases;
}

/** Reads the text of a packed template; nothing of its content is looked at yet. */
export function readPacked(text: string): Read<PackedTemplate> {
  if (text.length > MOST_CHARACTERS) {
    const allowed = `allowed are at most ${MOST_CHARACTERS}`;
    return { faults: [{ path: '', problem: `has ${text.length} characters`, allowed }] };
  }
  const document = parseJsonText(text, '');
  return 'faults' in document ? document : parseDocument(packedSchema, document.value);
}

/** A packed template that is what it says, with what it was checked in. */
export interface VerifiedTemplate {
  readonly parsed: ParsedTemplate;
  readonly context: TemplateContext;
}

/**
 * Checks a packed template whole, with the calendars and the bases that it brings, and compares its id, version and hash
 * with what its files make. Of bases that are in place already, `installed`, those count.
 */
export function verifyPacked(
  packed: PackedTemplate,
  installed: TemplateContext['bases'],
): VerifiedTemplate | { readonly faults: readonly Fault[] } {
  const brought = Object.entries(packed.bases ?? {}).map(([id, each]) => [id, { files: each }] as const);
  const context = {
    bases: { ...Object.fromEntries(brought), ...installed },
    calendars: packed.calendars,
  };
  const parsed = parseTemplate(packed.files, context);
  if ('faults' in parsed) return parsed;
  const faults = (['id', 'version', 'hash'] as const).flatMap((member) =>
    packed[member] === parsed.value[member]
      ? []
      : unknownName(member, `${member} for these files`, packed[member], [parsed.value[member]]),
  );
  return faults.length > 0 ? { faults } : { parsed, context };
}

/**
 * The package to write where a packed template is taken in: its files, and as its own those of its calendars that the
 * place does not have with the same content.
 */
export function packageToWrite(
  packed: PackedTemplate,
  shared: Readonly<Record<string, unknown>>,
): TemplatePackage {
  const own = Object.entries(packed.calendars).filter(
    ([id, document]) => !Object.hasOwn(shared, id) || canonicalJson(shared[id]) !== canonicalJson(document),
  );
  const texts = own.map(([id, document]) => [`calendars/${id}.json`, jsonText(document)] as const);
  return { files: { ...packed.files, ...Object.fromEntries(texts) } };
}

/** A document as the text of a file. */
export function jsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
