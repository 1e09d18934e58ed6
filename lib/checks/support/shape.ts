import type { Shape, ShapeInput } from '../../model';

/** Why a value does not have its shape, in words that do not show it. */
export function shapeFlaw(shape: ShapeInput, value: string): string | undefined {
  const { format = 'text', pattern, minimumLength = 0 } = shape;
  if (!FORMATS[format].holds(value)) return `is not ${FORMATS[format].what}`;
  if ([...value].length < minimumLength) return `is shorter than ${minimumLength} characters`;
  if (pattern !== undefined && isPattern(pattern) && !new RegExp(`^(?:${pattern})$`).test(value)) {
    return `does not match ${JSON.stringify(pattern)}`;
  }
  return undefined;
}

export function isPattern(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`);
    return true;
  } catch {
    return false;
  }
}

// --- internal ---

const FORMATS: Readonly<Record<Shape, { readonly what: string; holds(value: string): boolean }>> = {
  text: { what: 'text', holds: () => true },
  url: { what: 'a URL', holds: (value) => URL.canParse(value) },
  pem: {
    what: 'PEM',
    holds: (value) => /^\s*-----BEGIN ([A-Z0-9 ]+)-----\s[A-Za-z0-9+/=\s:,-]*-----END \1-----\s*/.test(value),
  },
  json: { what: 'JSON', holds: isJson },
  base64: {
    what: 'base64',
    holds: (value) => /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value) && value.replace(/\s/g, '').length % 4 === 0,
  },
};

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
