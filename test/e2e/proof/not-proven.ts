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
    what: 'Reading or pushing with a customer managed KMS key',
    why: 'The emulator encrypts nothing. That the key policy and the role agree is checked by `keywright check` and in the templates.',
  },
  {
    what: 'LocalStack and k3d',
    why: "The emulator takes LocalStack's access key for the account that LocalStack gives it. That the operator reaches a host from within k3d is not shown: here the host's name leads to the emulator.",
  },
  {
    what: 'A Vault as companies run it',
    why: 'It is the smallest build of Vault, keeps its data in memory, and a proxy of ours ends TLS for it. Namespaces of Vault Enterprise and version 1 of KV are not here.',
  },
  {
    what: 'Argo CD and Flux at work',
    why: 'They do not run here. What they are told is accepted by their own definitions, and what they look at is judged by their own health scripts and by the expressions that Flux is given, evaluated by `fengari` and `@bufbuild/cel`. That Argo CD deploys wave after wave, and that Flux waits for what a Kustomization depends on, is theirs. To Argo CD an ApplicationSet is healthy once its Applications are made, before these have synced: nothing shows that what comes after one waits for its syncs.',
  },
  {
    what: 'Azure',
    why: "There is none here. What is sent to it is accepted by the API server and the webhook, and the operator gets as far as Microsoft's login; no secret is read, and nobody deploys the Bicep file.",
  },
  {
    what: '`googleSecretManager()`, `kubernetes()` and every `provider(…)`',
    why: 'What they stand for does not run here. Their stores and syncs are accepted by the API server and the webhook; no secret is read.',
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
    what: "The definitions as the operator's chart brings them",
    why: 'In the Go module its chart has none: a release generates them into it. Here those of the same version are applied beside the chart.',
  },
  {
    what: "What the operator's NetworkPolicies let through",
    why: 'There is no network between pods here. That each is for the pods and the ports of one Deployment is shown in what the chart makes.',
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
