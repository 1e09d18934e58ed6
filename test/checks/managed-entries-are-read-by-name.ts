import { type Case, together } from './cases';
import { pushing } from './pushes';

const blog = (said: object) => ({ system: 'blog', namespace: 'blog', environment: { entries: { app: said } } });

export const cases: Case[] = [
  ['by name', together({}, blog({ existing: true, name: 'shop/production/app' }))],
  [
    'by ARN',
    together({}, blog({ arn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/app-AbCdEf' })),
    'environments/blog/production.ts entries.app.arn',
  ],
  [
    'what is pushed, by ARN',
    together(
      pushing(),
      blog({ arn: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/production/kept-AbCdEf' }),
    ),
    'environments/blog/production.ts entries.app.arn',
  ],
];
