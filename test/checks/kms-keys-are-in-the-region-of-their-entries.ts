import { secretsManager } from '../../lib/model';
import type { Case } from './cases';

const keyIn = (region: string) => {
  const arn = `arn:aws:kms:${region}:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
  return { environment: { backend: secretsManager({ kmsKey: { arn } }) } };
};

export const cases: Case[] = [
  ['the same region', keyIn('eu-west-1')],
  ['another region', keyIn('us-east-1'), 'environments/shop/production.ts backend.kmsKey'],
];
