/** What the command's exit codes mean. */
export const EXIT = {
  done: 0,
  /** Findings of severity error, or a stale `dist/`. */
  findings: 1,
  /** Wrong usage or unreadable input. */
  usage: 2,
  /** A bug of ours: `EX_SOFTWARE` of sysexits.h. */
  bug: 70,
} as const;
