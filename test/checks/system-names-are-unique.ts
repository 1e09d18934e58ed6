import { type Case, together } from './cases';

export const cases: Case[] = [
  ['two systems', together({ system: 'shop', namespace: 'shop' }, { system: 'blog', namespace: 'blog' })],
  ['listed twice', together({}, {}), 'environments/index.ts systems'],
];
