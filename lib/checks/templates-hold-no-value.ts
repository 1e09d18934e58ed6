import type { OutputCheck } from './check';
import { quoted, REPORT_IT } from './support/words';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html */
const WITH_VALUE = ['SecretString', 'GenerateSecretString'];

export const templatesHoldNoValue: OutputCheck = {
  code: 'templates-hold-no-value',
  severity: 'error',
  summary: 'No template gives an entry a value, or has CloudFormation make one: a change would replace it.',
  *run({ entries }, _plan, at) {
    for (const { home, file, name, properties } of entries) {
      for (const property of WITH_VALUE) {
        if (!(property in properties)) continue;
        yield {
          path: at.environment(home, 'backend'),
          message: `${file} has ${property} for the entry ${quoted(name)}`,
          mend: REPORT_IT,
        };
      }
    }
  },
};
