import type { Case } from './cases';
import { written } from './written';

const version = (apiVersion: string) => written((draft) => (draft.sync.apiVersion = apiVersion));

export const cases: Case[] = [
  ['v1', version('external-secrets.io/v1')],
  [
    'v1beta1, as all documents have it',
    version('external-secrets.io/v1beta1'),
    'dist/kubernetes/shop/production/shop/externalsecret-shop-secrets.yaml',
  ],
];
