import type { Unproven } from './what-is-proven';

/** What the parts of the engine cannot show. */
export const notProven: readonly Unproven[] = [
  {
    what: 'Additions, `cdk destroy` and `cdk import` in production',
    why: 'They are shown in one environment of each system that is not production: its stacks are the same but for termination protection, which is shown.',
  },
  {
    what: 'Faults, refreshes and broken stores in every system',
    why: 'Faults are shown with deparrow/staging, the others with catalogues of their own: what they depend on is the operator.',
  },
  {
    what: 'AWS itself',
    why: 'Policies and trust are evaluated by an emulator with our overrides (each names the AWS page it follows) and by `@cloud-copilot/iam-simulate`, not by IAM. A role takes seconds to be known everywhere on AWS; here it is known at once.',
  },
  {
    what: 'Reading with a customer managed KMS key',
    why: 'The emulator encrypts nothing. That the key policy and the role agree is checked by `keywright check` and in the templates.',
  },
  {
    what: 'LocalStack and k3d',
    why: "The emulator takes LocalStack's access key for the account that LocalStack gives it. That the operator reaches an address in k3d is not shown, only that the variables of the Helm values are those which decide where it looks.",
  },
  {
    what: 'A Vault as companies run it',
    why: 'It is the smallest build of Vault, keeps its data in memory, and a proxy of ours ends TLS for it. Namespaces of Vault Enterprise and version 1 of KV are not here.',
  },
  {
    what: 'Azure',
    why: "There is none here. What is sent to it is accepted by the API server and the webhook, and the operator gets as far as Microsoft's login; no secret is read, and nobody deploys the Bicep file.",
  },
  {
    what: 'EKS Pod Identity',
    why: 'Its credentials come from an agent on each node, and there are no nodes here. The association and its role are checked in the templates.',
  },
  {
    what: 'Pods that use the Secrets',
    why: 'There is no kubelet. That a Deployment names the Secret and its keys rightly is shown on the API server.',
  },
  {
    what: "Stakater's Reloader",
    why: 'No version of it can be had from the Go module proxy. The annotations are those of its documentation, whom they concern is decided as in its source, and the restart that it would make is made by a test.',
  },
  {
    what: 'Operators newer than 0.20.4',
    why: 'It is the newest version whose source can be built from the Go module proxy. What later versions know is emitted from their documentation and guarded by `operator.version`.',
  },
];
