import type { BackendKind } from '../model';
import type { PlanCheck } from './check';
import { quoted } from './support/words';

/** @see https://external-secrets.io/latest/provider/aws-secrets-manager/#secret-versions */
export const versionsArePins: PlanCheck = {
  code: 'versions-are-pins',
  severity: 'error',
  summary: 'A version that a key pins is one that its backend has: `latest` is none, and to say nothing means it.',
  *run(plan, at) {
    const entries = new Map(plan.entries.map((entry) => [entry.id, entry]));
    for (const bundle of plan.bundles) {
      for (const { name, parts } of bundle.keys) {
        for (const part of parts) {
          const rule = typeof part === 'string' ? undefined : RULES[entries.get(part.entry)?.backend ?? 'embedded'];
          if (!rule || typeof part === 'string' || part.version === undefined) continue;
          const { version } = part;
          if (version.toLowerCase() !== 'latest' && rule.pattern.test(version)) continue;
          yield {
            path: at.catalogue(bundle.home, `bundles.${bundle.bundle}.keys.${name}.version`),
            message: `${quoted(version)} is no version in ${bundle.home}: ${rule.words}`,
            mend: /latest|current/i.test(version)
              ? 'leave `version` out: that is the current one'
              : `write ${rule.words}`,
          };
        }
      }
    }
  },
};

// --- internal ---

const UUID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

const NUMBER = { pattern: /^[1-9]\d*$/, words: 'a number' };

/** Of a provider that is not modelled nothing is known. */
const RULES: Partial<Readonly<Record<BackendKind, { readonly pattern: RegExp; readonly words: string }>>> = {
  // A stage has 1 to 256 characters: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
  secretsManager: {
    pattern: new RegExp(`^(uuid/${UUID}|(?!uuid/)[^\\s/]{1,256})$`),
    words: 'a stage such as "AWSPREVIOUS", or "uuid/" and the id of a version',
  },
  // @see https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-labels.html
  parameterStore: { pattern: /^([1-9]\d*|(?!aws|ssm)[A-Za-z_.-][\w.-]{0,99})$/i, words: 'a number or a label' },
  vault: NUMBER,
  azureKeyVault: { pattern: /^[0-9a-f]{32}$/, words: 'the 32 hexadecimal digits of a version' },
};
