import { type Command } from 'commander';
import { formatFault } from '#domain/fault';
import { type AcceptanceResult, testTemplate } from '#rehearsal/acceptance';
import { findSource } from './source.js';

const HELP = `
Checks the template as "check" does, then runs each of its acceptance cases (acceptance/NAME.json, in the format of
"pacta rehearse") and compares the answer with acceptance/NAME.expected.json; members that the expectation leaves out
are not compared. Exit code 1 where anything fails; a template without cases fails.`;

export function configureTest(command: Command): void {
  command.argument('<template>', 'its folder, or its id');
  command.addHelpText('after', HELP);
  command.action(async (name: string) => {
    if (!(await testPasses(name))) process.exitCode = 1;
  });
}

async function testPasses(name: string): Promise<boolean> {
  const found = await findSource(name);
  const tested =
    'faults' in found
      ? { faults: found.faults, results: [] }
      : await testTemplate(found.source.files, found.context);
  const { faults, results } = tested;
  say('check', faults.length === 0, faults.map(formatFault));
  for (const result of results) say(result.name, result.passed, linesOf(result));
  const failed = results.filter(({ passed }) => !passed).length + (faults.length > 0 ? 1 : 0);
  console.log(`${results.length + 1 - failed} passed, ${failed} failed`);
  return failed === 0;
}

function linesOf({ faults, differences }: AcceptanceResult): string[] {
  return [...faults.map(formatFault), ...differences];
}

function say(name: string, passed: boolean, lines: readonly string[]): void {
  console.log(`${passed ? 'ok  ' : 'FAIL'}  ${name}`);
  for (const line of lines) console.log(`      ${line}`);
}
