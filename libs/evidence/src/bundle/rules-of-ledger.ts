import { canonicalJson, contentHash } from '#decisions/hash';
import { type LedgerLine } from '#persistence/ledger';

/** A file of rules, or a calendar, named by what it is and by the beginning of its hash. */
export interface RulesFile {
  readonly path: string;
  readonly text: string;
}

type Tree = { readonly [member: string]: unknown };

/**
 * Every rule set and every calendar that the terms of a ledger hold: those of its draft, and those of each amendment.
 * They are looked for by their shape, so that none is left out whichever clause it belongs to.
 */
export function rulesOfLedger(lines: readonly Pick<LedgerLine, 'event'>[]): RulesFile[] {
  const files = new Map<string, string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const folder = Array.isArray(value) ? null : folderOf(value as Tree);
    if (folder !== null) files.set(pathOf(folder, value as Tree), `${canonicalJson(value)}\n`);
    for (const member of Object.values(value)) visit(member);
  };
  for (const { event } of lines) visit(event);
  return [...files].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function folderOf(value: Tree): 'rules' | 'calendars' | null {
  if (typeof value['id'] !== 'string' || typeof value['version'] !== 'string') return null;
  if (Array.isArray(value['rules']) && 'facts' in value && 'outcome' in value) return 'rules';
  return 'years' in value && 'maintenance' in value ? 'calendars' : null;
}

/** `rules/it-support-2025-priority@1.0.0-0123456789ab.json` */
function pathOf(folder: string, value: Tree): string {
  const hash = contentHash(value).slice('sha256:'.length);
  return `${folder}/${String(value['id'])}@${String(value['version'])}-${hash.slice(0, 12)}.json`;
}
