import type { Case } from './cases';

const china = {
  region: 'cn-north-1',
  oidcIssuer: 'oidc.eks.cn-north-1.amazonaws.com.cn/id/EXAMPLE0539D4633E53DE1B716D30755',
};

export const cases: Case[] = [
  ['what follows from the region', { cluster: china }],
  ['aws in China', { cluster: { ...china, partition: 'aws' } }, 'environments/shop/production.ts cluster.partition'],
];
