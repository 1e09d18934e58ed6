import {
  type BundleInput,
  type Catalogue,
  type ClusterInput,
  type EntryInput,
  type EnvironmentInput,
  eksCluster,
  type GeneratorInput,
  type Plan,
  type Project,
  type PushInput,
  secretsManager,
} from '../lib/model';
import { buildPlan } from '../lib/plan';

/** What a test says differently of the smallest system there is. */
export interface Sample {
  readonly system?: string;
  readonly namespace?: string;
  readonly entries?: Readonly<Record<string, EntryInput>>;
  readonly generators?: Readonly<Record<string, GeneratorInput>>;
  readonly bundles?: Readonly<Record<string, BundleInput>>;
  readonly pushes?: Readonly<Record<string, PushInput>>;
  readonly cluster?: Partial<ClusterInput>;
  readonly environment?: Partial<EnvironmentInput>;
}

export const ISSUER = 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30755';

/** A project of one system with one environment, `shop/production`. */
export function sampleProject(sample: Sample = {}): Project {
  const catalogue: Catalogue = {
    system: sample.system ?? 'shop',
    environments: ['production'],
    namespace: sample.namespace ?? 'shop',
    entries: sample.entries ?? { app: { fields: { TOKEN: {} } } },
    ...(sample.generators && { generators: sample.generators }),
    bundles: sample.bundles ?? { 'shop-secrets': { all: ['app'] } },
    ...(sample.pushes && { pushes: sample.pushes }),
  };
  const environment: EnvironmentInput = {
    name: 'production',
    ...(!sample.environment?.clusters && { cluster: sampleCluster(sample.cluster) }),
    backend: secretsManager(),
    ...sample.environment,
  };
  return { systems: [{ catalogue, environments: [environment] }] };
}

export const sampleCluster = (cluster: Partial<ClusterInput> = {}) =>
  eksCluster({ name: 'blue', account: '123456789012', region: 'eu-west-1', oidcIssuer: ISSUER, ...cluster });

export const samplePlan = (sample: Sample = {}): Plan => buildPlan(sampleProject(sample));
