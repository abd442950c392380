import { type z } from 'zod';
import { type ConditionalClause } from '#templates/clause-text';
import { type Language, type ParameterDefinition, type Template } from '#templates/template';
import { type VersionState } from '#templates/versions';
import { idOf, stateOf, versionOf, type ShelfList, type ShelfVersion } from './shelf.js';
import { type templateList, type TemplateDetail, type TemplateItem } from './template-schemas.js';

type ListView = z.infer<typeof templateList>;

/** Templates with their versions. What a template is called comes from its newest published version, if it has one. */
export function templateItems({ versions }: ShelfList, state?: VersionState): TemplateItem[] {
  const wanted = versions.filter((each) => state === undefined || stateOf(each) === state);
  const byId = Map.groupBy(wanted, idOf);
  return [...byId.values()].flatMap((list) => {
    const leading = list.find((each) => stateOf(each) === 'published') ?? list[0];
    return leading ? [{ ...summaryOf(leading), versions: list.map(shortView) }] : [];
  });
}

/** Templates that cannot be used, and why. */
export function invalidView({ invalid }: ShelfList): ListView['invalid'] {
  return invalid.map(({ id, faults }) => ({ id, errors: [...faults] }));
}

/** A version of a template, whole. */
export function templateDetailView(
  version: ShelfVersion,
  template: Template,
  language: Language,
): TemplateDetail {
  const { rules, targets, terms } = template;
  const clauses: readonly ConditionalClause[] = template.clauses[language];
  return {
    ...summaryOf(version),
    parameters: template.parameters.map(parameterOf),
    language,
    clauses: clauses.map(({ when, ...clause }) => ({ ...clause, when: when ?? null })),
    rules: { ...rules },
    terms,
    priorities: targets?.priorities ?? {},
    pauseReasons: targets?.pauseReasons ?? {},
  };
}

function summaryOf(version: ShelfVersion): Omit<TemplateItem, 'versions'> {
  const { hash, title, description } = version.origin === 'stored' ? version.row : version.read.content;
  const { state, origin } = shortView(version);
  return { id: idOf(version), version: versionOf(version), hash, title, description, state, origin };
}

function shortView(version: ShelfVersion): TemplateItem['versions'][number] {
  const { hash } = version.origin === 'stored' ? version.row : version.read.content;
  return { version: versionOf(version), state: stateOf(version), origin: version.origin, hash };
}

function parameterOf(definition: ParameterDefinition): TemplateDetail['parameters'][number] {
  const { name, type, clause, label, help, when } = definition;
  return {
    name,
    type,
    unit: 'unit' in definition ? definition.unit : null,
    required: definition.required === true,
    default: definition.default ?? null,
    minimum: 'minimum' in definition ? (definition.minimum ?? null) : null,
    moreThan: 'moreThan' in definition ? (definition.moreThan ?? null) : null,
    maximum: 'maximum' in definition ? (definition.maximum ?? null) : null,
    values: 'values' in definition ? definition.values : null,
    when: when ?? null,
    clause,
    label,
    help,
  };
}
