import type { ManifestFile, PlannedOperator } from '../model';
import { formatYaml } from './yaml';

/**
 * Values for the operator's Helm chart, where Helm installs it from a file.
 * @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml
 */
export function operatorValuesFile({
  home,
  version,
  namespace,
  install,
  release,
  values,
}: PlannedOperator): ManifestFile[] {
  if (install !== 'helmValues') return [];
  const command = `helm upgrade --install ${release} external-secrets/external-secrets --version ${version}`;
  const text = `# ${command} --namespace ${namespace} --create-namespace --values helm-values.yaml\n${formatYaml(values)}`;
  return [{ path: `kubernetes/${home}/helm-values.yaml`, text, objects: [] }];
}
