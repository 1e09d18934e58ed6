/** A test that passed. */
export interface Proof {
  /** The suite's file, without folder and ending. */
  readonly suite: string;
  /** The titles around the test's own, the outermost first. */
  readonly within: readonly string[];
  readonly title: string;
}

export interface Unproven {
  readonly what: string;
  readonly why: string;
}

/** docs/what-is-proven.md: each suite with its facts, and for which environments each was seen to hold. */
export function formatProofs(proofs: readonly Proof[], environments: readonly string[], not: readonly Unproven[]) {
  const suites = [...new Set(proofs.map(({ suite }) => suite))].sort();
  return [
    HEAD,
    ...suites.flatMap((suite) => [
      `## ${titled(suite)}\n`,
      ...factsOf(
        proofs.filter((proof) => proof.suite === suite),
        environments,
      ),
      '',
    ]),
    '## Not proven here\n',
    ...not.map(({ what, why }) => `- **${what}.** ${why}`),
    '',
  ].join('\n');
}

// --- internal ---

const HEAD = `# What is proven, and against what

<!-- Written by npm run e2e from the tests that passed. -->

Every sentence below is the name of a test that passed in \`npm run e2e\`: against a real kube-apiserver with admission,
kube-controller-manager, the External Secrets Operator with its webhook and its chart's own rights, HashiCorp Vault, the
CDK CLI, and emulators of AWS that were made to enforce policies and trust. The manifests, templates, Helm values, and
the policies and roles of Vault are those of \`dist/\`, as they are, unless the sentence says otherwise; those of
Everything set, Parameter store, Refresh, Stores, Values, Vault, Vault authority and Words are rendered from catalogues that the tests write. Versions are in the lock files of [test/e2e/engine/locks](../test/e2e/engine/locks).
`;

function factsOf(proofs: readonly Proof[], environments: readonly string[]): string[] {
  const places = new Map<string, string[]>();
  for (const { within, title } of proofs) {
    const sentence = [...within.filter((name) => !environments.includes(name)), title].join(' ');
    const where = within.filter((name) => environments.includes(name));
    places.set(sentence, [...(places.get(sentence) ?? []), ...where]);
  }
  return [...places].map(([sentence, found]) => {
    const where = environments.filter((name) => found.includes(name));
    return `- ${sentence}${where.length > 0 ? ` (${where.join(', ')})` : ''}`;
  });
}

const titled = (suite: string): string => {
  const words = suite.replaceAll('-', ' ');
  return words[0]!.toUpperCase() + words.slice(1);
};
