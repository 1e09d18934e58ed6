import type { Finding, Plan, Severity } from '../model';
import type { Places } from './place';
import type { Written } from './support/read-output';

/** A truth about a project. Its code is its file's name, and every way in which it does not hold is a finding. */
export interface Check {
  readonly code: string;
  readonly severity: Severity;
  /** The truth in one sentence. */
  readonly summary: string;
  /** The mistake of a document of the field that it catches: which document, and what it says. */
  readonly catches?: string;
}

/** A check of what people wrote, as the plan has it. */
export interface PlanCheck extends Check {
  run(plan: Plan, at: Places): Iterable<Flaw> | Promise<Iterable<Flaw>>;
}

/** A check of what is written to `dist/`: it reads the objects and templates, and of the plan only what they leave open. */
export interface OutputCheck extends Check {
  run(written: Written, plan: Plan, at: Places): Iterable<Flaw>;
}

/** A finding without what all findings of its check share. */
export type Flaw = Omit<Finding, 'code' | 'severity'>;
