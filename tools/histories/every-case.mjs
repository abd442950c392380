import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { plain, runsOf } from './recorded.mjs';
import { shapeOf, slim } from './slim.mjs';

const { conductScenario } = await import('#rehearsal/conduct');
const { incidentsOf } = await import('#persistence/store');
const { readScenarioDocument } = await import('#rehearsal/scenario');
const { scenarioTerms } = await import('#rehearsal/scenario-terms');
const { contractWorkflowId, incidentWorkflowId } = await import('#workflows/messages');

/** What it has of histories the others have as well, many times over. */
const LEFT_OUT = ['44-two-hundred-requests.json'];
/** Enough for every path; the repository should not consist of them. */
const MOST_KEPT = 240;
const FOLDERS = ['test/cases/rehearsal', ...acceptanceFolders()];

/** Plays every case through workflows and keeps their histories, one of each shape, a line each. Says how many. */
export async function recordCases(stage, target) {
  const lines = [];
  for (const folder of FOLDERS) {
    for (const name of casesIn(folder)) lines.push(...(await recordCase(stage, folder, name)));
  }
  const kept = chosen(lines);
  writeFileSync(target, `${kept.map((line) => JSON.stringify(line)).join('\n')}\n`);
  return `${target}: ${kept.length} of ${lines.length} histories`;
}

/** The shortest of each sequence of events, then those in which other commands or entries came, the shortest first. */
export function chosen(lines) {
  const sorted = lines.toSorted((a, b) => a.history.events.length - b.history.events.length);
  const shapes = [(line) => String(line.history.events.map(({ eventType }) => eventType)), shapeOfLine];
  const kept = new Set();
  for (const shape of shapes) {
    const known = new Set([...kept].map(shape));
    for (const line of sorted) {
      if (known.has(shape(line)) || kept.size === MOST_KEPT) continue;
      known.add(shape(line));
      kept.add(line);
    }
  }
  return [...kept];
}

const shapeOfLine = ({ history }) => shapeOf(history);

function acceptanceFolders() {
  const templates = readdirSync('rules', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return templates
    .map(({ name }) => `rules/${name}/acceptance`)
    .filter((folder) => casesIn(folder).length > 0);
}

function casesIn(folder) {
  try {
    const isCase = (name) => name.endsWith('.json') && !name.includes('.expected.');
    return readdirSync(folder)
      .filter((name) => isCase(name) && !LEFT_OUT.includes(name))
      .sort();
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

async function recordCase(stage, folder, name) {
  const { scenario } = readScenarioDocument(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
  const made = scenario && (await scenarioTerms(scenario));
  if (!made || 'faults' in made) return [];
  const played = await conductScenario(stage, scenario, made.terms);
  if ('faults' in played) return [];
  const { contract } = played;
  const requests = await incidentsOf(stage.orm.em.fork(), contract);
  const ids = [
    contractWorkflowId(contract),
    ...requests.map(({ request }) => incidentWorkflowId(contract, request)),
  ];
  const lines = [];
  for (const workflowId of ids) {
    for (const history of await runsOf(stage.client, workflowId)) {
      lines.push({ case: `${folder}/${name}`, workflowId, history: slim(plain(history)) });
    }
  }
  return lines;
}
