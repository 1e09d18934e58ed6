import type { Case } from './cases';
import { PUSH, pushing } from './pushes';

const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:somebody/elses-AbCdEf';

export const cases: Case[] = [
  ['an entry of its own', pushing()],
  ['one that exists', pushing({}, { existing: true, fields: { TOKEN: {} } }), `${PUSH}.entry`],
  ['one that exists here', pushing({}, undefined, { environment: { entries: { kept: { arn } } } }), `${PUSH}.entry`],
];
