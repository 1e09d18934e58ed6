/** Something that a person can put right without us: wrong usage or unreadable input. Ends in exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    /** What to do about it. */
    readonly mend: string,
    /** The lines of the file that it is about. */
    readonly excerpt?: string,
  ) {
    super(message);
  }
}
