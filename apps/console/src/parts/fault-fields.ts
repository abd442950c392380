import { type FormInstance } from 'antd';
import { problemOf } from '~/api/api';
import { type FaultWords } from './fault-words';

type FieldData = Parameters<FormInstance['setFields']>[0][number];

/** What the API found wrong, said in the language of the page and put to the fields of the form that are named as the members of the body. */
export function faultFields(
  form: Pick<FormInstance, 'getFieldsError'>,
  error: unknown,
  say: FaultWords,
): FieldData[] {
  const faults = problemOf(error)?.errors ?? [];
  return form.getFieldsError().flatMap(({ name }) => {
    const own = faults.filter(({ path }) => path === name.join('.'));
    const errors = own.map(({ problem, allowed }) => `${say(problem)}; ${say(allowed)}`);
    return own.length > 0 ? [{ name, errors } as FieldData] : [];
  });
}
