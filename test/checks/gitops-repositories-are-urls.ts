import type { Case } from './cases';
import { fleet, on } from './gitops';

const of = (repoURL: string) => on({ gitops: fleet({ repoURL }) });
const URL = 'environments/shop/production.ts cluster.gitops.repoURL';

export const cases: Case[] = [
  ['over https', of('https://git.example.com/secrets.git')],
  ['over ssh', of('ssh://git@git.example.com:2222/platform/secrets.git')],
  ['as ssh takes it', of('git@git.example.com:platform/secrets.git')],
  ['nothing', of(''), URL],
  ['a name', of('platform/secrets'), URL],
  ['a server alone', of('https://git.example.com'), URL],
  ['with a password', of('https://robot:placeholder@git.example.com/secrets.git'), ['texts-hold-no-credential', URL]],
];
