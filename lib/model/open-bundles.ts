import type { PlannedBundle } from './plan';

/** Whether a bundle takes what it gets: its keys are not all known. */
export const isOpen = ({ everything, find, generator, templateFrom }: PlannedBundle): boolean =>
  (everything ?? find ?? generator) !== undefined || templateFrom.some(({ target }) => target === 'Data');
