import type { PlannedRole } from '../../lib/model';
import type { Document } from './iam';

/** What a template says of one role. */
export interface RoleDocuments {
  readonly trust: Document;
  /** Of the policies that are attached to it. */
  readonly policies: readonly Document[];
}

/** The documents of a planned role in the template of its stack. */
export function roleDocuments({ name, path, stack }: PlannedRole, template: object): RoleDocuments {
  const { Resources: resources } = template as Template;
  const unknown = Object.values(resources).find(({ Type }) => !KNOWN.includes(Type));
  if (unknown) throw new Error(`${stack} has an ${unknown.Type}, which may grant something: read it here`);
  const role = Object.values(resources).find(
    ({ Properties: { RoleName, Path } }) => RoleName === name && (Path ?? '/') === path,
  );
  if (!role?.Properties.AssumeRolePolicyDocument) throw new Error(`${stack} has no role ${path}${name}`);
  const { AssumeRolePolicyDocument: trust, ManagedPolicyArns = [], Policies = [] } = role.Properties;
  const attached = ManagedPolicyArns.map(({ Ref }) => resources[Ref]?.Properties.PolicyDocument);
  const policies = [...attached, ...Policies.map(({ PolicyDocument }) => PolicyDocument)];
  if (!policies.every((policy) => policy !== undefined)) throw new Error(`${name} has a policy of another stack`);
  return { trust, policies };
}

// --- internal ---

/** Nothing else that our stacks hold grants anything. */
const KNOWN = ['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy', 'AWS::EKS::PodIdentityAssociation'];

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Properties }>>;
}

interface Properties {
  readonly RoleName?: string;
  readonly Path?: string;
  readonly AssumeRolePolicyDocument?: Document;
  readonly ManagedPolicyArns?: readonly { readonly Ref: string }[];
  readonly Policies?: readonly { readonly PolicyDocument: Document }[];
  readonly PolicyDocument?: Document;
}
