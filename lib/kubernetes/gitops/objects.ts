import type { Home, KubernetesObject, Plan, PlannedArgoCd, PlannedFlux, PlannedOperator } from '../../model';
import { applicationManifest, rootApplication } from './argocd';
import { helmManifests, kustomizationManifest, rootKustomization } from './flux';

/** The objects of all that deploys by itself, by home: what a person applies, and what that holds. */
export function gitopsObjects({ gitops, operators }: Plan): [home: Home, objects: KubernetesObject[]][] {
  const byCluster = new Map(operators.map((operator) => [operator.id, operator]));
  return gitops.flatMap((tree) =>
    tree.kind === 'argocd' ? argoCdObjects(tree, byCluster) : fluxObjects(tree, byCluster),
  );
}

// --- internal ---

type Operators = ReadonlyMap<string, PlannedOperator>;

const argoCdObjects = (argo: PlannedArgoCd, operators: Operators): [Home, KubernetesObject[]][] => [
  [argo.home, [rootApplication(argo)]],
  [argo.folder, argo.applications.map((application) => applicationManifest(argo, application, operators))],
];

const fluxObjects = (flux: PlannedFlux, operators: Operators): [Home, KubernetesObject[]][] => [
  [flux.home, [rootKustomization(flux)]],
  [flux.folder, flux.kustomizations.map((planned) => kustomizationManifest(flux, planned))],
  ...flux.kustomizations.flatMap(({ home, operator }): [Home, KubernetesObject[]][] => {
    const found = operators.get(operator ?? '');
    return found ? [[home, helmManifests(flux, found)]] : [];
  }),
];
