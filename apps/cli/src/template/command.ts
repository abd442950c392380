import { type Command } from 'commander';
import { configureCheck } from './check.js';
import { configureDiff } from './diff.js';
import { configureImport } from './import.js';
import { configureNew } from './new.js';
import { configurePack } from './pack.js';
import { configureTest } from './test.js';
import { configureAction, configureDraft, configureVersions } from './versions.js';

/** What a subcommand's file exports: it adds its arguments, its options and its action to the given command. */
type Configure = (command: Command) => void;

/** The subcommands of `pacta template` by name, each in a file of its own. */
const SUBCOMMANDS: Readonly<Record<string, { readonly summary: string; readonly configure: Configure }>> = {
  new: { summary: 'make the folder of a new template or variant', configure: configureNew },
  check: { summary: 'find everything that is wrong with a template', configure: configureCheck },
  test: { summary: 'check a template and run its acceptance cases', configure: configureTest },
  pack: { summary: 'write the template of a folder as one file', configure: configurePack },
  export: { summary: 'write an installed template as one file', configure: configurePack },
  import: { summary: 'take in a template from one file', configure: configureImport },
  draft: { summary: 'hand a template in as a draft version', configure: configureDraft },
  versions: { summary: 'show the versions of a template', configure: configureVersions },
  submit: { summary: 'submit a draft for review', configure: configureAction('submit') },
  withdraw: { summary: 'take a version back from review', configure: configureAction('withdraw') },
  return: { summary: 'return a version to its author', configure: configureAction('return') },
  approve: { summary: 'prove, test and publish a version', configure: configureAction('approve') },
  retire: { summary: 'retire a published version', configure: configureAction('retire') },
  discard: { summary: 'throw a draft away', configure: configureAction('discard') },
  diff: { summary: 'show what differs between two templates, as a redline', configure: configureDiff },
};

export function configure(command: Command): void {
  for (const [name, { summary, configure }] of Object.entries(SUBCOMMANDS)) {
    configure(command.command(name).description(summary));
  }
}
