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
    if (stale.length > EACH) {
      const missing = stale.filter(({ state }) => state === 'added').length;
      const ofThem = missing === stale.length ? 'none of them is there' : `${missing} of them are not there`;
      const message = `${stale.length} files are not what \`environments/\` makes${missing > 0 ? `: ${ofThem}` : ''}`;
      yield { path: 'dist', message, mend: 'run `keywright synth`' };
      return;
    }
    for (const { path, state } of stale) {
      yield { path: `dist/${path}`, message: `the file ${STATES[state]}`, mend: 'run `keywright synth`' };
    }
  },
};

// --- internal ---

/** So many are told one by one; more would bury what else is found. */
const EACH = 10;
