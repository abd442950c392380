import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { contentHash } from '#decisions/hash';
import { checkRuleSet } from '#decisions/rule-set';
import type { RuleSet } from '#domain/decision';
import { type Fault, unknownName } from '#domain/fault';
import { templateFaults } from './check.js';
import { parseClauseText } from './clause-text.js';
import { inFile, type Read, readJson, readRawJson, readText, rulesFolder } from './rules-folder.js';
import { TemplateError } from './template-error.js';
import {
  type Clause,
  LANGUAGES,
  type Language,
  type Manifest,
  manifestSchema,
  parametersSchema,
  targetsSchema,
  type Template,
} from './template.js';

const MANIFEST = 'template.json';

/** The ids of the templates there are, sorted. */
export async function listTemplates(folder = rulesFolder()): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return names.filter((name) => existsSync(join(folder, name, MANIFEST))).toSorted();
}

/**
 * Reads a template from the rules folder and checks it whole. Throws a `TemplateError` whose faults say that there is
 * no such template, with the ids there are, or everything that is wrong with its files.
 */
export async function loadTemplate(id: string, folder = rulesFolder()): Promise<Template> {
  const ids = await listTemplates(folder);
  // Only ids found in the folder are read, so an id can never lead out of it.
  if (!ids.includes(id)) throw new TemplateError(id, [unknownName('template', 'template', id, ids)]);
  const read = await readTemplate(id, join(folder, id));
  if ('faults' in read) throw new TemplateError(id, read.faults);
  return read.value;
}

async function readTemplate(id: string, folder: string): Promise<Read<Template>> {
  const manifest = await readJson(folder, MANIFEST, manifestSchema);
  if ('faults' in manifest) return manifest;
  const { version, title, description, files } = manifest.value;
  if (manifest.value.id !== id) {
    return { faults: [unknownName(`${MANIFEST}#id`, 'id for this folder', manifest.value.id, [id])] };
  }
  const read = {
    parameters: await readJson(folder, files.parameters, parametersSchema),
    targets: await readJson(folder, files.targets, targetsSchema),
    clauses: await readClauses(folder, files.clauses),
    priority: await readRuleSet(folder, files.rules.priority),
    penalty: await readRuleSet(folder, files.rules.penalty),
  };
  const faults: Fault[] = [];
  const take = <Value>(part: Read<Value>): Value | undefined => {
    if ('value' in part) return part.value;
    faults.push(...part.faults);
    return undefined;
  };
  const parameters = take(read.parameters)?.parameters;
  const targets = take(read.targets);
  const clauses = take(read.clauses);
  const priority = take(read.priority);
  const penalty = take(read.penalty);
  if (!parameters || !targets || !clauses || !priority || !penalty) return { faults };
  const parts = {
    id,
    version,
    title,
    description,
    parameters,
    clauses,
    rules: { priority, penalty },
    targets,
  };
  faults.push(...templateFaults(parts));
  return faults.length > 0 ? { faults } : { value: { ...parts, hash: contentHash(parts) } };
}

async function readRuleSet(folder: string, file: string): Promise<Read<RuleSet>> {
  const raw = await readRawJson(folder, file);
  if ('faults' in raw) return raw;
  const checked = checkRuleSet(raw.value);
  return 'ruleSet' in checked ? { value: checked.ruleSet } : { faults: inFile(file, checked.faults) };
}

async function readClauses(
  folder: string,
  files: Manifest['files']['clauses'],
): Promise<Read<Readonly<Record<Language, readonly Clause[]>>>> {
  const clauses: Record<Language, readonly Clause[]> = { 'zh-CN': [], en: [] };
  for (const language of LANGUAGES) {
    const text = await readText(folder, files[language]);
    if ('faults' in text) return text;
    const parsed = parseClauseText(text.value, files[language]);
    if ('faults' in parsed) return parsed;
    clauses[language] = parsed.text.clauses;
  }
  return { value: clauses };
}
