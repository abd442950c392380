import { MANIFEST, type TemplatePackage, VARIANT_MANIFEST } from './package.js';
import { jsonText } from './package-archive.js';
import type { ParsedTemplate } from './parse-template.js';

/** The version of a template that nobody has published yet. */
const FIRST_VERSION = '0.1.0';

const SCENARIO = /^acceptance\/[^/]+(?<!\.expected)\.json$/;

/**
 * A package like another one under an id of its own: version 0.1.0, ids of rule sets that began with the other id begin
 * with the new one, acceptance cases name the new one. A copy of a variant is a variant of the same template.
 */
export function copiedTemplate(source: TemplatePackage, from: string, id: string): TemplatePackage {
  const files = Object.entries(source.files).map(([path, text]) => {
    if (!path.endsWith('.json')) return [path, text] as const;
    return [path, edited(text, (document) => renamed(path, document, from, id))] as const;
  });
  return { files: Object.fromEntries(files) };
}

function renamed(path: string, document: Members, from: string, id: string): Members {
  if (path === MANIFEST || path === VARIANT_MANIFEST) return { ...document, id, version: FIRST_VERSION };
  if (SCENARIO.test(path)) return { ...document, template: id };
  const own = document['id'];
  if (typeof own !== 'string' || !own.startsWith(`${from}-`)) return document;
  return { ...document, id: `${id}${own.slice(from.length)}` };
}

/**
 * A variant of a template that says nothing of its own yet, with the template's acceptance cases: they come out alike
 * until something differs. Its base is named by version and hash.
 */
export function emptyVariant(
  source: TemplatePackage,
  { value: base }: ParsedTemplate,
  id: string,
): TemplatePackage {
  const manifest = {
    $schema: 'schemas/variant.schema.json',
    id,
    version: FIRST_VERSION,
    title: base.title,
    description: base.description,
    extends: { template: base.id, version: base.version, hash: base.hash },
    parameters: {},
  };
  const cases = Object.entries(source.files).filter(([path]) => path.startsWith('acceptance/'));
  const own = cases.map(([path, text]) => {
    return [path, SCENARIO.test(path) ? edited(text, (each) => ({ ...each, template: id })) : text] as const;
  });
  return { files: { [VARIANT_MANIFEST]: jsonText(manifest), ...Object.fromEntries(own) } };
}

type Members = Readonly<Record<string, unknown>>;

/** A JSON file's text after an edit; a text that is no JSON object stays as it is. */
function edited(text: string, edit: (document: Members) => Members): string {
  try {
    const document: unknown = JSON.parse(text);
    if (typeof document !== 'object' || document === null || Array.isArray(document)) return text;
    return jsonText(edit(document as Members));
  } catch {
    return text;
  }
}
