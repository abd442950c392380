import {
  MANIFEST_HELP,
  PARAMETERS_HELP,
  TARGETS_HELP,
  TERMS_HELP,
  VARIANT_HELP,
} from './schema-help-of-templates.js';
import { DECISION_TABLE_HELP, RULE_SET_HELP } from './schema-help-of-rules.js';

/** What a member is for, in English and in Chinese. */
export type Help = readonly [en: string, zh: string];

/** Help by the path of the member: `rows[].when`; `*` is each member of a record. */
export type HelpByPath = Readonly<Record<string, Help>>;

const HELP: Readonly<Record<string, HelpByPath>> = {
  'decision-table': DECISION_TABLE_HELP,
  'rule-set': RULE_SET_HELP,
  template: MANIFEST_HELP,
  parameters: PARAMETERS_HELP,
  targets: TARGETS_HELP,
  terms: TERMS_HELP,
  variant: VARIANT_HELP,
};

type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema with what its members are for: `description` for every editor, `x-zh-CN` for the console. */
export function withHelp(name: string, schema: JsonSchema): JsonSchema {
  const copy = structuredClone(schema) as Record<string, unknown>;
  for (const [path, [description, chinese]] of Object.entries(HELP[name] ?? {})) {
    const nodes = nodesAt(copy, path);
    if (nodes.length === 0) throw new RangeError(`no member of ${name}: ${path}`);
    for (const node of nodes) Object.assign(node, { description, 'x-zh-CN': chinese });
  }
  return copy;
}

/** Where a path leads; where a value has several forms, in each of them that has such a member. */
function nodesAt(root: Record<string, unknown>, path: string): object[] {
  const steps = path.match(/\[\]|[^.[\]]+/g) ?? [];
  return steps.reduce<object[]>((nodes, step) => nodes.flatMap((node) => within(node, step, root)), [root]);
}

function within(given: object, step: string, root: object): object[] {
  const node = '$ref' in given ? definitionOf(root, String(given.$ref)) : given;
  const { anyOf, oneOf, items, properties, additionalProperties } = node as Record<string, unknown>;
  const forms = [anyOf, oneOf].flatMap((each) => (Array.isArray(each) ? (each as object[]) : []));
  const own =
    step === '[]'
      ? items
      : step === '*'
        ? additionalProperties
        : (properties as JsonSchema | undefined)?.[step];
  const found = typeof own === 'object' && own !== null ? [own] : [];
  return [...found, ...forms.flatMap((form) => within(form, step, root))];
}

function definitionOf(root: object, reference: string): object {
  const name = reference.replace('#/$defs/', '');
  const definitions = '$defs' in root ? (root.$defs as Record<string, object>) : {};
  return definitions[name] ?? {};
}
