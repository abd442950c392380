import { z } from 'zod';
import { SCENARIO_SCHEMA } from './scenario-schema.js';

/** The published JSON Schema of a scenario, for editors. */
export function scenarioJsonSchema(): object {
  const schema = z.toJSONSchema(SCENARIO_SCHEMA, { io: 'input', unrepresentable: 'any' });
  return { ...schema, title: 'Pacta rehearsal scenario' };
}
