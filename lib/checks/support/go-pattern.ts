import { isPattern } from './shape';

/** Why Go takes no such regular expression, as a message says it: none where it does, as far as it can be told here. */
export function flawOfGoPattern(pattern: string): string | undefined {
  const unquoted = pattern.replace(/\\Q[\s\S]*?(\\E|$)/g, 'x');
  const bare = unquoted.replace(/\\\\/g, 'x').replace(CHARACTER_CLASS, 'x');
  if (/(?<!\\)\(\?(<?[=!]|>)/.test(bare)) return 'looks around itself, which Go cannot';
  if (/\\[1-9]/.test(bare)) return 'refers back to a group, which Go cannot';
  return isPattern(inJavaScript(unquoted)) ? undefined : 'is not a regular expression';
}

// --- internal ---

const CHARACTER_CLASS = /(?<!\\)\[\^?\]?(\[:\^?\w+:\]|\\.|[^\]\\])*\]/g;

/** The same with what Go alone writes so: named groups, flags, and `\A`, `\z`. */
const inJavaScript = (pattern: string): string =>
  pattern
    .replace(/\(\?P</g, '(?<')
    .replace(/\(\?[imsU-]+\)/g, '')
    .replace(/\(\?[imsU-]+:/g, '(?:')
    .replace(/\\[AzC]/g, '');
