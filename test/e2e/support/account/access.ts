import { tagsIn, textsOf, tryTextOf } from '../xml';
import type { Place } from './place';

export interface HeldPolicy {
  readonly id: string;
  /** Its ARN. */
  readonly name: string;
  readonly description: string;
  readonly document: unknown;
}

export interface HeldRole {
  readonly id: string;
  /** Its ARN. */
  readonly name: string;
  readonly description: string;
  readonly trust: unknown;
  /** The ARNs of those attached. */
  readonly policies: readonly string[];
  readonly inlinePolicies: readonly string[];
  readonly permissionsBoundary: string | undefined;
  readonly tags: Record<string, string>;
}

export async function policiesIn(place: Place): Promise<HeldPolicy[]> {
  const arns = textsOf(await place.iam('ListPolicies', { Scope: 'Local' }), 'Arn');
  return Promise.all(
    arns.map(async (arn) => {
      const policy = await place.iam('GetPolicy', { PolicyArn: arn });
      const VersionId = tryTextOf(policy, 'DefaultVersionId') ?? '';
      const version = await place.iam('GetPolicyVersion', { PolicyArn: arn, VersionId });
      return {
        id: tryTextOf(policy, 'PolicyId') ?? '',
        name: arn,
        description: tryTextOf(policy, 'Description') ?? '',
        document: documentIn(version, 'Document'),
      };
    }),
  );
}

export async function rolesIn(place: Place): Promise<HeldRole[]> {
  const names = textsOf(await place.iam('ListRoles'), 'RoleName');
  return Promise.all(
    names.map(async (RoleName) => {
      const role = await place.iam('GetRole', { RoleName });
      return {
        id: tryTextOf(role, 'RoleId') ?? '',
        name: tryTextOf(role, 'Arn') ?? '',
        description: tryTextOf(role, 'Description') ?? '',
        trust: documentIn(role, 'AssumeRolePolicyDocument'),
        policies: textsOf(await place.iam('ListAttachedRolePolicies', { RoleName }), 'PolicyArn').sort(),
        inlinePolicies: textsOf(await place.iam('ListRolePolicies', { RoleName }), 'member'),
        permissionsBoundary: tryTextOf(role, 'PermissionsBoundaryArn'),
        tags: tagsIn(role),
      };
    }),
  );
}

// --- internal ---

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html: documents are URL-encoded */
const documentIn = (xml: string, element: string): unknown =>
  JSON.parse(decodeURIComponent(tryTextOf(xml, element) ?? 'null')) as unknown;
