import { type Command, Option } from 'commander';
import { type TemplatePackage } from '#templates/package';
import { apiAccess, callApi, callList, type ApiAnswer } from '../api-client.js';
import { refuse } from '../faults.js';
import { demoRoles } from '../start/demo-keys.js';
import { findTemplate } from './source.js';

const VERSION = '/api/v1/templates/{template}/versions/{version}';

/** What can be done to a version, who usually does it, and whether a reason is asked for. */
const ACTIONS = {
  submit: 'administrator',
  withdraw: 'administrator',
  discard: 'administrator',
  retire: 'administrator',
  approve: 'reviewer',
  return: 'reviewer',
} as const;

type Action = keyof typeof ACTIONS;

const HELP = `
Calls the API of the Pacta that runs here with the demo key of that role, or the API at PACTA_URL with PACTA_KEY.`;

interface Options {
  readonly as: string;
  readonly reason?: string;
}

/** `draft TEMPLATE`: takes a template in as a draft, or replaces the files of the draft that there is. */
export function configureDraft(command: Command): void {
  command.argument('<template>', 'its folder, or the file it was packed into').addHelpText('after', HELP);
  addRole(command, 'administrator');
  command.action(async (name: string, { as }: Options) => {
    const found = await findTemplate(name);
    if ('faults' in found) return refuse(found.faults);
    const { id, version } = found.parsed.value;
    tell(await putDraft(as, id, version, found.source));
  });
}

async function putDraft(
  role: string,
  id: string,
  version: string,
  { files }: TemplatePackage,
): Promise<ApiAnswer> {
  const access = apiAccess(role);
  const params = { path: { template: id, version } };
  const known = await callApi(access, (api) => api.GET(VERSION, { params }));
  const body = { files };
  if (known.status !== 200) return callApi(access, (api) => api.POST('/api/v1/templates', { body }));
  return callApi(access, (api) => api.PUT(`${VERSION}/package`, { params, body }));
}

/** `versions TEMPLATE [VERSION]`: the versions of a template, or one of them with its history. */
export function configureVersions(command: Command): void {
  command.argument('<template>', 'its id').argument('[version]', 'one of its versions');
  command.addHelpText('after', HELP);
  addRole(command, 'auditor');
  command.action(async (id: string, version: string | undefined, { as }: Options) => {
    const access = apiAccess(as);
    const answer =
      version === undefined
        ? await callList(access, (api, query) =>
            api.GET('/api/v1/templates/{template}/versions', { params: { path: { template: id }, query } }),
          )
        : await callApi(access, (api) => api.GET(VERSION, { params: { path: { template: id, version } } }));
    tell(answer);
  });
}

/** The subcommands `submit`, `approve`, ...: one step in the life of a version. */
export function configureAction(action: Action): (command: Command) => void {
  return (command) => {
    command.argument('<template>', 'its id').argument('<version>', 'its version').addHelpText('after', HELP);
    addRole(command, ACTIONS[action]);
    command.option('--reason <text>', 'why; it must be said when a version is returned');
    command.action(async (id: string, version: string, { as, reason }: Options) => {
      const body = { action, ...(reason !== undefined && { reason }) };
      const params = { path: { template: id, version } };
      tell(await callApi(apiAccess(as), (api) => api.POST(`${VERSION}/transitions`, { params, body })));
    });
  };
}

function addRole(command: Command, role: string): void {
  // Templates are nothing that a party sees.
  const roles = demoRoles.filter((each) => each !== 'party');
  command.addOption(new Option('--as <role>', 'whose demo key to use').choices(roles).default(role));
}

/** The answer in short lines; a refusal goes to standard error and sets exit code 1. */
function tell({ status, document }: ApiAnswer): void {
  if (status < 400) return console.log(versionLines(document).join('\n'));
  const { detail, code, errors } = document as {
    detail?: string;
    code?: string;
    errors?: readonly { readonly path?: string; readonly problem?: string; readonly allowed?: string }[];
  };
  console.error(`${code ?? status}: ${detail ?? 'the API refused'}`);
  for (const { path, problem, allowed } of errors ?? [])
    console.error(`  ${[path, problem, allowed].filter(Boolean).join(': ')}`);
  process.exitCode = 1;
}

interface Line {
  readonly template?: string;
  readonly version?: string;
  readonly state?: string;
  readonly hash?: string;
  readonly author?: string;
  readonly reviewer?: string | null;
  readonly items?: readonly Line[];
  readonly detail?: Line | null;
  readonly history?: readonly { readonly at: string; readonly action: string; readonly actor: string }[];
}

function versionLines(document: unknown): string[] {
  const answer = document as Line;
  if (answer.items)
    return answer.items.flatMap((item) => versionLines({ template: answer.template, ...item }));
  const { template, version, state, hash, author, reviewer } = { ...answer, ...answer.detail };
  const people = [author && `by ${author}`, reviewer && `reviewed by ${reviewer}`].filter(Boolean).join(', ');
  const head = [template, version, state, hash, people].filter(Boolean).join('  ');
  const history = (answer.detail ?? answer).history ?? [];
  return [head, ...history.map(({ at, action, actor }) => `  ${at}  ${action}  ${actor}`)];
}
