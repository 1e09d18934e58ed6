import type { Finding } from '../model';
import { EXIT } from './exit-code';
import { formatFindings, hasErrors } from './format-finding';
import { type Io, printJson } from './io';

/** Prints findings as the result of a command, and gives its exit code. */
export function printFindings(findings: readonly Finding[], json: boolean | undefined, io: Io): number {
  if (json) printJson({ findings }, io);
  else io.stdout(formatFindings(findings, io.colors));
  return hasErrors(findings) ? EXIT.findings : EXIT.done;
}
