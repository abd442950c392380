// Ends the run with one line that says how it went: `212 passed, 0 failed`.
import { writeSync } from 'node:fs';

export default class ClosingLineReporter {
  #testsRun = 0;

  onRunComplete(_contexts, results) {
    // A file that cannot even be loaded fails without a failed test.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    this.#testsRun = results.numPassedTests + failed;
    const ending = skipped === 0 ? '' : `, ${skipped} skipped`;
    // Jest's own summary and the end of the servers come after this: the last line is written on the way out.
    process.once('exit', () =>
      writeSync(1, `\n${results.numPassedTests} passed, ${failed} failed${ending}\n`),
    );
  }

  /** An error fails the run: one in which every test was left out must not look like a success. */
  getLastError() {
    return this.#testsRun === 0 ? new Error('no test ran') : undefined;
  }
}
