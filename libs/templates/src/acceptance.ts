import type { Fault } from '#domain/fault';
import { packageJson, type TemplatePackage } from './package.js';

/** One acceptance case of a template: a scenario in the rehearsal's format, and what must come out of it. */
export interface AcceptanceCase {
  readonly name: string;
  readonly scenario: unknown;
  /** Members of the rehearsal's answer that are left out are not compared. */
  readonly expected: unknown;
}

const FOLDER = /^acceptance\//;
const CASE = /^acceptance\/([A-Za-z0-9][A-Za-z0-9_-]*)(\.expected)?\.json$/;

/** Whether the path is that of a case or of its expectation. */
export function isAcceptancePath(path: string): boolean {
  return CASE.test(path);
}

/**
 * The acceptance cases of a package by their names, `acceptance/NAME.json` with `acceptance/NAME.expected.json`, and
 * what is wrong with the files: no JSON, one of the two without the other, another name.
 */
export function acceptanceCases(source: TemplatePackage): {
  cases: readonly AcceptanceCase[];
  faults: readonly Fault[];
} {
  const cases: AcceptanceCase[] = [];
  const faults: Fault[] = [];
  const paths = Object.keys(source.files).filter((path) => FOLDER.test(path));
  const names = new Set(paths.flatMap((path) => CASE.exec(path)?.[1] ?? []));
  for (const name of [...names].toSorted()) {
    const given = packageJson(source, `acceptance/${name}.json`);
    const answer = packageJson(source, `acceptance/${name}.expected.json`);
    if ('faults' in given) faults.push(...given.faults);
    if ('faults' in answer) faults.push(...answer.faults);
    if ('value' in given && 'value' in answer) {
      cases.push({ name, scenario: given.value, expected: answer.value });
    }
  }
  return { cases, faults };
}
