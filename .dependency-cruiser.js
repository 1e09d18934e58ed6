/*
 * The folders are a star: the arms import lib/model and never each other; they meet in lib/cli and bin.
 */
const ARMS = ['plan', 'kubernetes', 'aws', 'azure', 'vault', 'checks', 'reports', 'live'];

const onlyIn = (name, packages, folders) => ({
  name,
  severity: 'error',
  from: { path: '^(lib|bin)/', pathNot: folders },
  to: { path: `^node_modules/(${packages})(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...ARMS.map((arm) => ({
      name: `${arm}-imports-the-model-only`,
      severity: 'error',
      from: { path: `^lib/${arm}/` },
      to: {
        path: '^(lib|bin|environments|imports)/',
        pathNot: [`^lib/(${arm}|model)/`, ...(arm === 'kubernetes' ? ['^imports/'] : [])],
      },
    })),
    {
      name: 'model-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^lib/model/' },
      // the types of providers that are not modelled
      to: { path: '^(lib|bin|environments|imports)/', pathNot: '^(lib/model/|imports/external-secrets-types)' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(lib|bin)/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    onlyIn('cdk8s-stays-in-kubernetes', 'cdk8s|cdk8s-plus-28', '^lib/kubernetes/'),
    onlyIn('aws-cdk-stays-in-aws', 'aws-cdk-lib', '^lib/aws/'),
    onlyIn('constructs-stay-in-the-arms-that-render', 'constructs', '^lib/(kubernetes|aws)/'),
    onlyIn('aws-sdk-stays-in-live', '@aws-sdk|@kubernetes', '^lib/live/'),
    {
      name: 'no-network',
      severity: 'error',
      from: { path: '^lib/', pathNot: '^lib/live/' },
      to: { path: '^(node:)?(http|https|http2|net|tls|dgram|dns)$' },
    },
    {
      name: 'no-dev-dependencies',
      severity: 'error',
      from: { path: '^(lib|bin)/' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/(cdk8s|cdk8s-plus-28|constructs|aws-cdk-lib)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
