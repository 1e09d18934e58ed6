import type { OutputCheck } from './check';
import { quoted, REPORT_IT } from './support/words';

/** @see https://external-secrets.io/latest/introduction/deprecation-policy/ */
export const manifestsUseServedVersions: OutputCheck = {
  code: 'manifests-use-served-versions',
  severity: 'error',
  summary: 'Objects of the operator are of a version that it serves: `external-secrets.io/v1`.',
  catches: 'all five documents: `external-secrets.io/v1beta1`, which no operator since 0.17 takes',
  *run({ objects }) {
    for (const { file, kind, object } of objects) {
      const [group, version] = object.apiVersion.split('/');
      const served = kind.endsWith('PushSecret') ? 'v1alpha1' : 'v1';
      if (group !== 'external-secrets.io' || version === served) continue;
      yield {
        path: `dist/${file}`,
        message: `${quoted(object.apiVersion)} is served by no operator since 0.17.0`,
        mend: REPORT_IT,
      };
    }
  },
};
