/** Prints the one line that people and CI read last: `N passed, N failed`. */
class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const tail = skipped > 0 ? `, ${skipped} skipped` : '';
    // Jest writes its own summary to stderr when every reporter is done; the closing line comes after it.
    process.once('exit', () => {
      process.stdout.write(`\n${results.numPassedTests} passed, ${failed} failed${tail}\n`);
    });
  }
}

module.exports = ClosingLineReporter;
