import type { OutputCheck } from './check';

const STATES = {
  added: 'is not there',
  changed: 'is not what `environments/` makes',
  removed: 'is made by nothing in `environments/`',
} as const;

export const distIsUpToDate: OutputCheck = {
  code: 'dist-is-up-to-date',
  severity: 'error',
  summary: 'What is committed in `dist/` is what `environments/` makes.',
  *run({ stale = [] }) {
    for (const { path, state } of stale) {
      yield { path: `dist/${path}`, message: `the file ${STATES[state]}`, mend: 'run `keywright synth`' };
    }
  },
};
