import { type Command } from 'commander';
import { configureBacktest } from './backtest.js';
import { configureCompile } from './compile.js';
import { configureExplain } from './explain.js';
import { configureProve } from './prove.js';
import { configureShadow } from './shadow.js';
import { configureVocabulary } from './vocabulary.js';

/** What a subcommand's file exports: it adds its arguments, its options and its action to the given command. */
type Configure = (command: Command) => void;

/** The subcommands of `pacta rules` by name, each in a file of its own. */
const SUBCOMMANDS: Readonly<Record<string, { readonly summary: string; readonly configure: Configure }>> = {
  vocabulary: {
    summary: 'show every fact, operator and outcome that rules may use',
    configure: configureVocabulary,
  },
  compile: {
    summary: 'compile a decision table to a rule set',
    configure: configureCompile,
  },
  explain: {
    summary: 'decide by hypothetical facts and say why',
    configure: configureExplain,
  },
  prove: {
    summary: 'prove the rules of a template, with a counter-example where they fail',
    configure: configureProve,
  },
  backtest: {
    summary: 'try other rules on what was recorded',
    configure: configureBacktest,
  },
  shadow: {
    summary: 'let a version run beside the live one, without legal effect',
    configure: configureShadow,
  },
};

export function configure(command: Command): void {
  for (const [name, { summary, configure }] of Object.entries(SUBCOMMANDS)) {
    configure(command.command(name).description(summary));
  }
}
