import { type Command } from 'commander';
import { compileDecisionTable } from '#decisions/decision-table';
import { refuse } from '../faults.js';
import { readDocument } from './input.js';

/** `pacta rules compile FILE`: writes the rule set that a decision table compiles to; exit code 2 with its faults. */
export function configureCompile(command: Command): void {
  command.argument('<file>', 'the decision table, - for standard input').action((file: string) => {
    const document = readDocument(file);
    const compiled = 'faults' in document ? document : compileDecisionTable(document.value);
    if ('faults' in compiled) refuse(compiled.faults);
    else console.log(JSON.stringify(compiled.ruleSet, null, 2));
  });
}
