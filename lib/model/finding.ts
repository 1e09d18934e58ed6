/** Something that is not right, as data: text is made of it later and once. */
export interface Finding {
  /** The truth that does not hold: the name of a check, such as `role-trusts-one-service-account`. */
  readonly code: string;
  readonly severity: Severity;
  /** The file and the field in the words of `environments/`: `environments/nova/staging.ts store.name`. */
  readonly path: string;
  /** What is wrong, the value that was given (never a secret's) and what is allowed. */
  readonly message: string;
  /** What to write instead. */
  readonly mend: string;
}

export type Severity = 'error' | 'warning';
