import {
  type ArgoCdInput,
  argocd,
  type ClusterInput,
  type FluxInput,
  flux,
  type Project,
  secretsManager,
} from '../../lib/model';
import { type Sample, sampleCluster, sampleProject } from '../sample';
import { environments } from './cases';

export const fleet = (input: Partial<ArgoCdInput> = {}) =>
  argocd({ name: 'fleet', repoURL: 'https://git.example.com/secrets.git', ...input });

export const edge = (input: Partial<FluxInput> = {}) =>
  flux({ name: 'secrets', sourceRef: { name: 'flux-system' }, ...input });

/** A system on a cluster that says this. */
export const on = (cluster: Partial<ClusterInput>): Sample => ({ cluster });

/** The same, on two clusters by one environment each. */
export const apart = (blue: Partial<ClusterInput>, green: Partial<ClusterInput>): Project =>
  environments({}, { one: { cluster: sampleCluster(blue) }, two: { cluster: second(green) } });

/** The same, on two clusters by one environment. */
export const together = (blue: Partial<ClusterInput>, green: Partial<ClusterInput>): Project =>
  sampleProject({ environment: { clusters: [sampleCluster(blue), second(green)], backend: secretsManager() } });

// --- internal ---

const second = (cluster: Partial<ClusterInput>) =>
  sampleCluster({
    name: 'green',
    oidcIssuer: 'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE0539D4633E53DE1B716D30756',
    ...cluster,
  });
