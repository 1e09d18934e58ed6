import type { ManifestFile, PlannedOperatorValues } from '../model';
import { formatYaml } from './yaml';

/**
 * Values for the operator's Helm chart: what it must be told so that the stores of its cluster read as planned.
 * @see https://github.com/external-secrets/external-secrets/blob/main/deploy/charts/external-secrets/values.yaml
 */
export function operatorValuesFile({
  home,
  version,
  namespace,
  annotations,
  env,
}: PlannedOperatorValues): ManifestFile {
  const values = {
    ...(Object.keys(env).length > 0 && { extraEnv: Object.entries(env).map(([name, value]) => ({ name, value })) }),
    ...(Object.keys(annotations).length > 0 && { serviceAccount: { annotations } }),
  };
  const install = `helm upgrade --install external-secrets external-secrets/external-secrets --version ${version}`;
  const text = `# ${install} --namespace ${namespace} --create-namespace --values helm-values.yaml\n${formatYaml(values)}`;
  return { path: `kubernetes/${home}/helm-values.yaml`, text, objects: [] };
}
