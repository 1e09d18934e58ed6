import type { Finding } from '../model';
import type { Colors } from './io';

/** Findings as people read them: three lines each, and how many there are. */
export function formatFindings(findings: readonly Finding[], colors: Colors): string {
  return `${[...findings.map((finding) => formatFinding(finding, colors)), summary(findings)].join('\n\n')}\n`;
}

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

// --- internal ---

function formatFinding({ severity, code, path, message, mend }: Finding, colors: Colors): string {
  const paint = severity === 'error' ? colors.red : colors.yellow;
  const space = path.indexOf(' ');
  const [file, field] = space < 0 ? [path, ''] : [path.slice(0, space), path.slice(space + 1)];
  const place = [file, field].filter((part) => part !== '').join('  ');
  return [`${paint(severity)} ${colors.bold(code)}  ${place}`, `  ${message}`, `  ${colors.cyan('→')} ${mend}`].join(
    '\n',
  );
}

/** `2 errors, 1 warning`. */
function summary(findings: readonly Finding[]): string {
  const counts = (['error', 'warning'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return counts.filter((text) => text !== '').join(', ') || 'no findings';
}
