import { z } from 'zod';
import {
  type ArgoCd,
  type ClusterInput,
  type ClusterStoreInput,
  FLUX_SOURCE_KINDS,
  type Flux,
  type FluxSourceRef,
  OPERATOR_INSTALLS,
  type OperatorInput,
  PARTITIONS,
  type ResourcesInput,
} from '../model';
import { isRecord } from '../model/json-at';
import { identity, remoteBackend } from './schema-backends';
import { monitoring } from './schema-monitoring';
import { flag, name, oneOf, shapeOf, text, textOf } from './schema-words';

const isSaid = (words: object): boolean => Object.values(words).some((word) => word !== undefined);

/** The words of an operator that say how it is installed. */
function installing(operator: unknown): string {
  const words = Object.entries(isRecord(operator) ? operator : {}).filter(
    ([word, said]) => said !== undefined && !RUNNING.includes(word),
  );
  return words.map(([word]) => `\`${word}\``).join(', ');
}

/** Those that say what runs, whoever installs it. */
const RUNNING: readonly string[] = [
  'version',
  'namespace',
  'serviceAccount',
  'install',
] satisfies (keyof OperatorInput)[];

const gitops = z.discriminatedUnion('kind', [
  shapeOf<ArgoCd>()({
    kind: z.literal('argocd'),
    name: text,
    repoURL: textOf('the Git repository that this project is committed to, as Argo CD reads it'),
    targetRevision: name.optional(),
    path: text.optional(),
    project: text.optional(),
    namespace: text.optional(),
    prune: flag.optional(),
  }),
  shapeOf<Flux>()({
    kind: z.literal('flux'),
    name: text,
    sourceRef: shapeOf<FluxSourceRef>()({
      kind: oneOf(FLUX_SOURCE_KINDS).optional(),
      name,
      namespace: text.optional(),
    }),
    namespace: text.optional(),
    path: text.optional(),
    interval: text.optional(),
    prune: flag.optional(),
  }),
]);

const destination = z
  .strictObject({ name: name.optional(), server: name.optional() })
  .refine((given) => (given.name === undefined) !== (given.server === undefined), {
    error: 'exactly one of `name` and `server`',
  });

const quantities = z.record(name, text).optional();
const atLeastOne = z.number().int().min(1);

const operator = shapeOf<OperatorInput>()({
  version: text.optional(),
  namespace: text.optional(),
  serviceAccount: text.optional(),
  install: oneOf(OPERATOR_INSTALLS).optional(),
  replicas: atLeastOne.optional(),
  concurrent: atLeastOne.optional(),
  resources: shapeOf<ResourcesInput>()({ requests: quantities, limits: quantities }).optional(),
  networkPolicy: flag.optional(),
  dedicated: flag.optional(),
  // of the chart's own spelling, which Helm checks
  values: z.record(text, z.unknown()).optional(),
}).refine(({ version, namespace, serviceAccount, install, ...words }) => install !== 'none' || !isSaid(words), {
  error: ({ input }) => `no ${installing(input)} beside \`install: 'none'\`: what installs it says that`,
});

export const cluster = shapeOf<ClusterInput>()({
  name: text,
  account: text.optional(),
  region: text.optional(),
  partition: oneOf(PARTITIONS).optional(),
  oidcIssuer: text.optional(),
  operator: operator.optional(),
  gitops: gitops.optional(),
  destination: destination.optional(),
  monitoring: monitoring.optional(),
  stores: z
    .record(text, shapeOf<ClusterStoreInput>()({ identity: identity.optional(), backend: remoteBackend.optional() }))
    .optional(),
}).refine(
  ({ operator, monitoring }) => typeof monitoring?.metricsService !== 'object' || operator?.install === 'none',
  {
    path: ['monitoring', 'metricsService'],
    error: "labels of a Service only beside `operator: { install: 'none' }`: else its chart brings that",
  },
);
