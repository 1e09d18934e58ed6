import type { z } from 'zod';
import type { Problem } from '../model';
import { describe, expectationOf } from './expectations';

/** Takes down what the plan cannot read. */
export type Report = (problem: Problem) => void;

/** A name that nothing has, with the names there are. */
export function unknownName(
  report: Report,
  { file, field }: { readonly file: string; readonly field: string },
  given: string,
  what: string,
  allowed: Iterable<string>,
): void {
  report({ kind: 'name', file, field, given, expected: what, allowed: [...allowed].sort() });
}

/** Every way in which a value differs from its schema, with places below `field`. */
export function schemaProblems(schema: z.ZodType, value: unknown, file: string, field = ''): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const told = innermost(result.error.issues, (branch) => withoutFollowers(branch, value));
  return told.flatMap((issue) => problemsOf(issue, schema, value, file, field));
}

/** Whether nothing is wrong but options that nobody knows: they are passed over, so that what else is wrong is found too. */
export function isReadable(schema: z.ZodType, value: unknown): boolean {
  const result = schema.safeParse(value);
  return result.success || innermost(result.error.issues, (branch) => branch).every(isUnknownField);
}

// --- internal ---

type Issue = z.core.$ZodIssue;
type Step = string | number;

/** A union reports every branch: keep the branch that fits best, with its own places. */
function innermost(issues: readonly Issue[], tidy: (branch: readonly Issue[]) => readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const branches = issue.errors.map((branch) =>
      innermost(
        branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })),
        tidy,
      ),
    );
    const depth = (branch: Issue[]) => Math.max(...branch.map((inner) => inner.path.length));
    branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length);
    const best = branches[0]!;
    if (depth(best) === issue.path.length && !best.some(isUnknownField)) return [issue];
    return tidy(best).map((inner) => withAlternatives(inner, branches));
  });
}

const isUnknownField = (issue: Issue): boolean => issue.code === 'unrecognized_keys';

/** What is missing beside a misspelt option: it may be that one, and may be of a branch that nobody meant. */
function withoutFollowers(issues: readonly Issue[], value: unknown): readonly Issue[] {
  const misspelt = new Set(issues.filter(isUnknownField).map(({ path }) => path.join('.')));
  return issues.filter(
    (issue) =>
      isUnknownField(issue) || valueAt(value, issue) !== undefined || !misspelt.has(issue.path.slice(0, -1).join('.')),
  );
}

/** What the other branches allow at the same place. */
function withAlternatives(issue: Issue, branches: readonly (readonly Issue[])[]): Issue {
  if (issue.code !== 'invalid_value') return issue;
  const same = branches.flat().filter((other) => other.path.join('.') === issue.path.join('.'));
  return { ...issue, values: [...new Set(same.flatMap((other) => (other.code === issue.code ? other.values : [])))] };
}

function problemsOf(issue: Issue, schema: z.ZodType, value: unknown, file: string, field: string): Problem[] {
  const steps = stepsOf(issue);
  if (issue.code === 'unrecognized_keys') {
    const allowed = fieldsAt(schema, value, steps);
    return issue.keys.map((key) => ({
      kind: 'field',
      file,
      field: place(field, [...steps, key]),
      given: key,
      expected: 'an option that exists',
      allowed,
    }));
  }
  const found = valueAt(value, issue);
  const given = printable(steps, found);
  const { expected, allowed } = expectationOf(issue);
  return [
    {
      kind: 'value',
      file,
      field: place(field, steps),
      ...(given !== undefined && { given }),
      expected: given === undefined ? `${missing(steps, found)}${expected}${insteadOf(issue, found)}` : expected,
      allowed,
    },
  ];
}

/** The name of an option that is not there: of its place alone nobody sees that. */
function missing(steps: readonly Step[], found: unknown): string {
  const option = steps.at(-1);
  return found === undefined && typeof option === 'string' ? `\`${option}\`, ` : '';
}

/** What stands there, as far as it may be shown. */
function insteadOf(issue: Issue, found: unknown): string {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union') {
    return `, not ${describe(found)}`;
  }
  return (issue.code === 'too_small' || issue.code === 'too_big') && typeof found === 'number' ? `, not ${found}` : '';
}

/** A text as a message may show it. Never a dev value: somebody may have put a real secret there. */
function printable(steps: readonly Step[], value: unknown): string | undefined {
  if (typeof value !== 'string' || (steps[0] === 'backend' && steps[1] === 'values')) return undefined;
  return value.length <= 80 ? value : `${value.slice(0, 77)}…`;
}

const stepsOf = (issue: Issue): Step[] => issue.path.map((step) => (typeof step === 'number' ? step : String(step)));

const valueAt = (root: unknown, issue: Issue): unknown => stepsOf(issue).reduce(stepInto, root);

const place = (field: string, steps: readonly Step[]): string =>
  [field, ...steps].filter((step) => step !== '').join('.');

function stepInto(value: unknown, step: Step): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<Step, unknown>)[step] : undefined;
}

/** The options that the schema knows at a place. */
function fieldsAt(schema: z.ZodType, value: unknown, steps: readonly Step[]): string[] {
  let here: unknown = schema;
  let at = value;
  for (const step of steps) {
    here = childOf(branchFor(here, at), step);
    at = stepInto(at, step);
  }
  const found = branchFor(here, at) as { shape?: object } | undefined;
  return Object.keys(found?.shape ?? {}).sort();
}

interface SchemaNode {
  readonly def: {
    readonly type: string;
    readonly innerType?: unknown;
    readonly options?: readonly unknown[];
    readonly valueType?: unknown;
    readonly element?: unknown;
  };
  readonly shape?: Readonly<Record<string, unknown>>;
}

/** Behind `optional`, and the branch of a union that an object means: by its `kind`, else all objects in one. */
function branchFor(schema: unknown, value: unknown): unknown {
  const node = schema as SchemaNode | undefined;
  if (!node) return undefined;
  if (node.def.type === 'optional') return branchFor(node.def.innerType, value);
  if (node.def.type !== 'union') return node;
  const kind = stepInto(value, 'kind');
  const objects = (node.def.options ?? [])
    .map((option) => branchFor(option, value) as SchemaNode)
    .filter((o) => o.shape);
  const meant = objects.find((o) => (o.shape?.kind as z.ZodType | undefined)?.safeParse(kind).success);
  return meant ?? { def: { type: 'object' }, shape: Object.assign({}, ...objects.map((o) => o.shape)) };
}

function childOf(schema: unknown, step: Step): unknown {
  const node = schema as SchemaNode | undefined;
  return node?.shape?.[step] ?? node?.def.valueType ?? node?.def.element;
}
