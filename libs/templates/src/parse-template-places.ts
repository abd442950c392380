import { type Fault, joinPath } from '#domain/fault';
import type { Manifest } from './template.js';

/** Which file holds what a path of the template leads to: `rules.penalty` is `penalty.rules.json`. */
export type Places = readonly { readonly prefix: string; readonly root: string; readonly file: string }[];

/** The places of the files that a manifest names. */
export function placesOf(files: Partial<Manifest['files']>): Places {
  const { parameters, clauses, rules, targets, terms } = files;
  const place = (prefix: string, file: string | undefined, root = '') =>
    file === undefined ? [] : [{ prefix, root, file }];
  return [
    ...place('parameters', parameters, 'parameters'),
    ...Object.entries(clauses ?? {}).flatMap(([language, file]) =>
      place(joinPath('clauses', language), file),
    ),
    ...Object.entries(rules ?? {}).flatMap(([name, file]) => place(joinPath('rules', name), file)),
    ...place('targets', targets),
    ...place('terms', terms),
  ];
}

/** Faults between the parts of a template, each at the file that holds its part, `FILE#path.in.the.file`. */
export function atTheirPlaces(faults: readonly Fault[], places: Places): Fault[] {
  return faults.map((fault) => {
    for (const { prefix, root, file } of places) {
      const rest = fault.path.slice(prefix.length);
      if (!fault.path.startsWith(prefix) || !/^(?:$|[.[])/.test(rest)) continue;
      const within = `${root}${rest}`.replace(/^\./, '').replace(/^\["([^"]*)"\]/, '$1');
      return { ...fault, path: within === '' ? file : `${file}#${within}` };
    }
    return fault;
  });
}
