import type { Case } from './cases';
import { written } from './written';

export const cases: Case[] = [
  ['no difference', written()],
  [
    'one of each',
    written((draft) => {
      draft.stale.push(
        { path: 'a.yaml', state: 'added' },
        { path: 'b.yaml', state: 'changed' },
        { path: 'c.yaml', state: 'removed' },
      );
    }),
    'dist/a.yaml',
    'dist/b.yaml',
    'dist/c.yaml',
  ],
  [
    'nothing is there yet',
    written((draft) => {
      for (let at = 0; at < 11; at++) draft.stale.push({ path: `${at}.yaml`, state: 'added' });
    }),
    'dist',
  ],
];
