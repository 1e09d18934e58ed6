import { CHECKS, type Check } from '../../lib/checks';

/** `docs/checks.md`: a row for each check. */
export function formatChecksDoc(): string {
  const rows = [...CHECKS]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((check) => `| \`${check.code}\` | ${check.severity} | ${meaningOf(check)} |`);
  return `${HEAD}\n| check | severity | what holds |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

// --- internal ---

/** What holds, and the mistake of a real document that it catches. */
const meaningOf = ({ summary, catches }: Check): string =>
  catches === undefined ? summary : `${summary} *Caught in ${catches}.*`;

const HEAD = `# Checks

*Made from \`lib/checks\` by \`npm run docs\`.*

\`keywright check\` runs all of them and shows every finding at once; \`synth\`, \`cdk8s synth\`, \`cdk synth\` and
\`cdk deploy\` stop on an error. A check's code is the truth it guards, the name of its file and of its test.
`;
