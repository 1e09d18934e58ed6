import type { Aws } from '../aws';
import type { EnvironmentPlan } from '../environment';
import { Place } from './place';
import type { HeldEntry } from './secrets';

/** What AWS keeps in an environment's entries, by name. */
export async function valuesIn(aws: Aws, its: EnvironmentPlan): Promise<Map<string, string>> {
  const place = accountOf(its, aws);
  const values = its.entries.map(async ({ remoteKey: SecretId }) => {
    const { SecretString } = await place.secretsManager<{ SecretString: string }>('GetSecretValue', { SecretId });
    return [SecretId, SecretString] as const;
  });
  return new Map(await Promise.all(values));
}

/** The account and region that an environment is in. */
export const accountOf = ({ backend: { account, region } }: EnvironmentPlan, aws: Aws): Place =>
  new Place(aws, { account: account!, region: region! });

/**
 * The entries that exist by their logical ids in a template: by its ARN CloudFormation imports a secret.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resource-import-supported-resources.html
 */
export function identifiersOf(existing: readonly HeldEntry[], template: string): Record<string, { Id: string }> {
  const { Resources } = JSON.parse(template) as Template;
  const arns = new Map(existing.map(({ id, name }) => [name, id]));
  const secrets = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::SecretsManager::Secret');
  return Object.fromEntries(
    secrets.map(([logicalId, { Properties }]) => [logicalId, { Id: arns.get(Properties.Name)! }]),
  );
}

// --- internal ---

interface Template {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties: { readonly Name: string } }>
  >;
}
