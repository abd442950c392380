import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export const fileOf = (name: string): string => readFileSync(`${repository}${name}`, 'utf8');

export interface ComposeService {
  readonly image?: string;
  readonly build?: unknown;
  readonly command?: string | readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly ports?: readonly string[];
  readonly volumes?: readonly (string | { readonly source: string })[];
  readonly restart?: string;
  readonly secrets?: readonly string[];
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
}

/** `docker-compose.yml` as Compose reads it; its variables as they stand, or replaced by their defaults. */
export function composeFile(variables: 'kept' | 'replaced' = 'kept'): ComposeFile {
  const text = fileOf('docker-compose.yml');
  const replaced = text.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+:\?[^}]*\}/g, 'given');
  return parse(variables === 'kept' ? text : replaced, { merge: true }) as ComposeFile;
}
