import type { TemplatePackage } from './package.js';
import { SCHEMAS_FOLDER } from './package-folder.js';

/** Where the JSON Schemas lie, as seen from the manifest: beside the templates in `rules`, or within the folder. */
export type SchemasAt = 'beside' | 'within';

const LINK = /("\$schema"\s*:\s*")[^"]*?([a-z-]+\.schema\.json")/;

/**
 * The package with each `$schema` of its JSON files leading to where the schemas lie, so that editors find them. Nothing
 * that is part of the template changes.
 */
export function linkSchemas({ files }: TemplatePackage, at: SchemasAt): TemplatePackage {
  const linked = Object.entries(files).map(([path, text]) => {
    if (!path.endsWith('.json')) return [path, text] as const;
    const up = '../'.repeat(path.split('/').length - 1 + (at === 'beside' ? 1 : 0));
    const link = (_: string, head: string, name: string): string => `${head}${up}${SCHEMAS_FOLDER}/${name}`;
    return [path, text.replace(LINK, link)] as const;
  });
  return { files: Object.fromEntries(linked) };
}
