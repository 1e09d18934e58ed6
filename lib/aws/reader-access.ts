import { CfnPodIdentityAssociation } from 'aws-cdk-lib/aws-eks';
import { CfnManagedPolicy, CfnRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { GrantStatement, PlannedPolicy, PlannedRole, PodIdentityAssociation, TrustStatement } from '../model';
import { findContent, ownedBy, type PlannedProps } from './planned';
import { renderTags } from './tags';

/**
 * Who reads: the IAM roles of one planned stack with their trust, policies and EKS Pod Identity associations, all
 * as the plan derived them.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
 */
export class ReaderAccess extends Construct {
  /** By the policy's ARN. */
  readonly policies: ReadonlyMap<string, CfnManagedPolicy>;
  /** By the role's ARN. */
  readonly roles: ReadonlyMap<string, CfnRole>;

  constructor(scope: Construct, id: string, props: PlannedProps) {
    super(scope, id);
    const stack = findContent(this, props, 'access');
    const policies = ownedBy(stack, props.plan.policies);
    this.policies = new Map(policies.map((policy) => [policy.id, addPolicy(this, policy)]));
    this.roles = new Map(
      ownedBy(stack, props.plan.roles).map((role) => {
        const attached = policies.filter((policy) => policy.role === role.id);
        // References, not ARNs: the policies have to be there before the role.
        const refs = attached.map(({ id }) => this.policies.get(id)!.ref);
        return [role.id, addRole(this, role, refs)];
      }),
    );
  }
}

// --- internal ---

function addPolicy(scope: Construct, planned: PlannedPolicy): CfnManagedPolicy {
  return new CfnManagedPolicy(new Construct(scope, planned.constructId), 'Resource', {
    managedPolicyName: planned.name,
    path: planned.path,
    description: planned.description,
    policyDocument: policyDocument(planned.statements),
  });
}

function addRole(scope: Construct, planned: PlannedRole, managedPolicyArns: string[]): CfnRole {
  const parent = new Construct(scope, planned.constructId);
  const role = new CfnRole(parent, 'Resource', {
    roleName: planned.name,
    path: planned.path,
    description: planned.description,
    assumeRolePolicyDocument: policyDocument(planned.trust),
    managedPolicyArns,
    tags: renderTags(planned.tags),
    ...(planned.permissionsBoundary !== undefined && { permissionsBoundary: planned.permissionsBoundary }),
  });
  for (const association of planned.podIdentityAssociations) addAssociation(parent, association, role);
  return role;
}

function addAssociation(scope: Construct, planned: PodIdentityAssociation, role: CfnRole): void {
  new CfnPodIdentityAssociation(scope, planned.constructId, {
    clusterName: planned.cluster,
    namespace: planned.namespace,
    serviceAccount: planned.serviceAccount,
    roleArn: role.attrArn,
  });
}

const policyDocument = (statements: readonly (GrantStatement | TrustStatement)[]) => ({
  Version: '2012-10-17',
  Statement: statements,
});
