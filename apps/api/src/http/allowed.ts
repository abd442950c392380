import { Refusal } from '#domain/refusal';
import { Problem } from './problem.js';

/** Does a step of the core. Throws a Problem for what the contract refuses. */
export function allowed<Value>(step: () => Value): Value {
  try {
    return step();
  } catch (error) {
    return tell(error);
  }
}

/** The same for a step that takes its time. */
export async function allowedLater<Value>(step: () => Promise<Value>): Promise<Value> {
  try {
    return await step();
  } catch (error) {
    return tell(error);
  }
}

function tell(error: unknown): never {
  if (error instanceof Refusal) throw Problem.ofRefusal({ ...error, kind: 'refused' });
  throw error;
}
