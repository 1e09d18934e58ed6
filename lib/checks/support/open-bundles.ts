import type { PlannedBundle } from '../../model';

/** Whether a bundle takes what it gets: its keys are not all known. */
export const isOpen = ({ everything, find, generator }: PlannedBundle): boolean =>
  (everything ?? find ?? generator) !== undefined;
