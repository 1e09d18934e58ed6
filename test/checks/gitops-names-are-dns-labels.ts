import type { Case } from './cases';
import { edge, fleet, on } from './gitops';

const GITOPS = 'environments/shop/production.ts cluster.gitops';

export const cases: Case[] = [
  ['of an Argo CD', on({ gitops: fleet({ namespace: 'argo', project: 'secrets.platform' }) })],
  ['with capitals', on({ gitops: fleet({ name: 'Fleet' }) }), `${GITOPS}.name`],
  ['of a namespace', on({ gitops: fleet({ namespace: 'argo_cd' }) }), `${GITOPS}.namespace`],
  ['of a project', on({ gitops: fleet({ project: '' }) }), `${GITOPS}.project`],
  ['of a source', on({ gitops: edge({ sourceRef: { name: 'Flux' } }) }), `${GITOPS}.sourceRef.name`],
];
