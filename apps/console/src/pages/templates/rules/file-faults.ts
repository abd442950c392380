import { lineNumber, placeInClauses, placeInJson } from '~/parts/code-editor/fault-place';
import { type CodeFault } from '~/parts/code-editor/props';

/** A fault as the API says it, of the package as a whole. */
export interface PackageFault {
  readonly path: string;
  readonly problem: string;
  readonly allowed: string;
}

/** A fault of one file of a package. */
export interface FileFault extends CodeFault {
  readonly file: string;
}

/** Faults of a variant that show only in the resolved template are at these parts of it; what says them is its manifest. */
const PARTS = /^(parameters|clauses|rules|targets|terms)\b/;

/** Each fault at the file that has it: `FILE#path.in.the.file`. What belongs to none is the manifest's. */
export function fileFaults(
  faults: readonly PackageFault[],
  files: readonly string[],
  say: (english: string) => string,
): readonly FileFault[] {
  const manifest = files.find((file) => file === 'variant.json' || file === 'template.json') ?? '';
  return faults.map(({ path, problem, allowed }) => {
    const said = path.replace(/^files[.#/]/, '');
    const [file = '', ...within] = said.split('#');
    const message = `${say(problem)}; ${say(allowed)}`;
    const line = / in line (\d+)/.exec(problem)?.[1];
    const at = line === undefined ? {} : { line: Number(line) };
    if (files.includes(file)) return { file, path: within.join('#'), ...at, message };
    return { file: manifest, path: PARTS.test(said) ? said : '', message };
  });
}

/** The line of a fault in the text of its file as it is now, from 1. */
export function faultLine(text: string, { file, path, line }: FileFault): number {
  const place = file.endsWith('.json') ? placeInJson(text, path) : placeInClauses(text, path, line);
  return lineNumber(text, place.from);
}
