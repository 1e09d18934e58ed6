import type { Case } from './cases';
import { written } from './written';

const withProperty = (property: object) => written((draft) => Object.assign(draft.entries.app.Properties, property));

export const cases: Case[] = [
  ['a description', withProperty({ Description: 'SecretString' })],
  ['a value', withProperty({ SecretString: '{}' }), 'environments/shop/production.ts backend'],
  [
    'a value that CloudFormation makes',
    withProperty({ GenerateSecretString: {} }),
    'environments/shop/production.ts backend',
  ],
];
