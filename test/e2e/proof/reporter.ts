import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildPlan } from 'keywright';
import project from '../../../environments';
import { notProven } from './not-proven';
import { formatProofs, type Proof } from './what-is-proven';

const FILE = join(__dirname, '..', '..', '..', 'docs', 'what-is-proven.md');

/** Writes docs/what-is-proven.md after all suites have passed; in CI it must be what they proved. */
export default class ProofReporter {
  private flaw: string | undefined;

  /** @see https://jestjs.io/docs/configuration#custom-reporters */
  constructor(private readonly config: Config) {}

  onRunComplete(_contexts: unknown, { numFailedTestSuites, testResults }: Results): void {
    const { testPathPatterns, testNamePattern } = this.config;
    if (numFailedTestSuites > 0 || testPathPatterns.patterns.length > 0 || testNamePattern) return;
    const all = testResults.flatMap(({ testFilePath, testResults }) =>
      testResults.map((test) => ({ ...test, suite: basename(testFilePath, '.test.ts') })),
    );
    const skipped = all.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName);
    if (skipped.length > 0) {
      this.fail(`nothing may be skipped: ${skipped.join('; ')}`);
      return;
    }
    const proofs = all.map((test): Proof => ({ ...test, within: test.ancestorTitles }));
    const environments = buildPlan(project).environments.map(({ id }) => id);
    const text = formatProofs(proofs, environments, notProven);
    if (!process.env.CI) writeFileSync(FILE, text);
    else if (text !== readFileSync(FILE, 'utf8')) this.fail('docs/what-is-proven.md is stale: run `npm run e2e`');
  }

  getLastError(): Error | undefined {
    return this.flaw === undefined ? undefined : new Error(this.flaw);
  }

  // --- internal ---

  /** jest ends with 1 and says nothing of why. */
  private fail(flaw: string): void {
    this.flaw = flaw;
    process.stderr.write(`${flaw}\n`);
  }
}

// --- internal ---

interface Config {
  readonly testPathPatterns: { readonly patterns: readonly string[] };
  readonly testNamePattern?: string;
}

interface Results {
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly testFilePath: string;
    readonly testResults: readonly {
      readonly title: string;
      readonly fullName: string;
      readonly ancestorTitles: readonly string[];
      readonly status: string;
    }[];
  }[];
}
