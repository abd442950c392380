import { type EntityManager } from '@mikro-orm/postgresql';
import { recordedTemplate } from '#backtest/found-templates';
import { type FactsAt } from '#execution/facts-at';
import { type ParameterDefinition } from '#templates/template';

/**
 * What the templates call the parameters that an amendment changes: the new one's words first. None for a line that is
 * about no amendment; a template that is gone gives none, and its parameters are printed by their names.
 */
export async function parameterLabels(
  em: EntityManager,
  { amendment }: FactsAt,
): Promise<readonly ParameterDefinition[]> {
  if (!amendment) return [];
  const after = await recordedTemplate(em, amendment.after.terms.template);
  const before = await recordedTemplate(em, amendment.before.terms.template);
  const now = after?.template.parameters ?? [];
  const former = before?.template.parameters ?? [];
  return [...now, ...former.filter(({ name }) => !now.some((each) => each.name === name))];
}
