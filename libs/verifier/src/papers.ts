import { type Bytes, sha256, textOf } from './bytes.js';
import { finding, type Finding } from './finding.js';
import { isObject, type JsonObject, listAt, numberAt, parseJson, textAt } from './json.js';
import { type Ledger } from './ledger.js';

/** What is compared of a document. */
const NAMED = ['kind', 'key', 'language', 'mediaType'] as const;

/**
 * Checks the documents in both directions: each is the one that its list and the ledger name, and the ledger tells of
 * none that is not there. A rehearsal's ledger is not told of its documents.
 */
export async function documentFindings(
  files: ReadonlyMap<string, Bytes>,
  documents: readonly JsonObject[],
  ledger: Ledger,
): Promise<Finding[]> {
  const found: Finding[] = [];
  const issued = [...ledger.values()]
    .filter((line) => textAt(line, 'kind') === 'document.issued')
    .map((line) => line['payload'])
    .filter(isObject);
  for (const document of documents) {
    const path = textAt(document, 'file');
    const bytes = files.get(path);
    if (!bytes) found.push(finding('document.missing', path));
    else if ((await sha256(bytes)) !== textAt(document, 'sha256'))
      found.push(finding('document.changed', path));
    if (!isRehearsal(ledger) && !wasSent(document, ledger) && !issued.some((one) => isIssue(one, document)))
      found.push(finding('document.untold', path, 'no line of the ledger says that it was issued'));
  }
  const lost = issued.filter((one) => !documents.some((document) => isIssue(one, document)));
  return [
    ...found,
    ...lost.map((one) =>
      finding('document.missing', issueText(one), `it was ${textAt(one, 'documentHash')}`),
    ),
  ];
}

function isIssue(issued: JsonObject, document: JsonObject): boolean {
  return (
    numberAt(issued, 'source') === numberAt(document, 'sequence') &&
    textAt(issued, 'documentHash') === textAt(document, 'sha256') &&
    NAMED.every((name) => (issued[name] ?? null) === (document[name] ?? null))
  );
}

function issueText(issued: JsonObject): string {
  return `${textAt(issued, 'kind')} ${textAt(issued, 'key') || '-'} ${textAt(issued, 'language')} of line ${numberAt(issued, 'source')}`;
}

function isRehearsal(ledger: Ledger): boolean {
  return textAt(ledger.get(1)?.['event'], 'clock') === 'manual';
}

/** What goes out for signing is stored before: the line that sends it names its hash. */
function wasSent(document: JsonObject, ledger: Ledger): boolean {
  if (!textAt(document, 'key').startsWith('for-signature-')) return false;
  return [...ledger.values()].some(
    (line) => textAt(line['payload'], 'documentHash') === textAt(document, 'sha256'),
  );
}

/** Checks the histories of workflows: their hashes, their lengths, and that no run of a chain is missing. */
export async function historyFindings(
  files: ReadonlyMap<string, Bytes>,
  runs: readonly JsonObject[],
): Promise<Finding[]> {
  const found: Finding[] = [];
  const known = new Set(runs.map((run) => textAt(run, 'runId')));
  for (const run of runs) {
    const path = textAt(run, 'file');
    const bytes = files.get(path);
    if (!bytes) found.push(finding('history.missing', path));
    else if (!(await isWhole(run, bytes))) found.push(finding('history.changed', path));
    for (const other of [textAt(run, 'previousRunId'), textAt(run, 'firstRunId')])
      if (other !== '' && !known.has(other))
        found.push(
          finding('history.missing', textAt(run, 'workflowId'), `run ${other}, which ${path} follows`),
        );
  }
  return found;
}

async function isWhole(run: JsonObject, bytes: Bytes): Promise<boolean> {
  if ((await sha256(bytes)) !== textAt(run, 'sha256')) return false;
  const history = parseJson(textOf(bytes) ?? '');
  return listAt(history, 'events').length === numberAt(run, 'events');
}
