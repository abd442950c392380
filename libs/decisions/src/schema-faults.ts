import { z } from 'zod';
import { type Fault, joinPath, oneOf, quote, unknownName } from '#domain/fault';

/** An object that takes these members and no other; an unknown one is a fault that lists those there are. */
export function closedObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  });
}

/** What a schema made of a document: its value, or the faults that say why not. */
export type Parsed<Value> = { readonly value: Value } | { readonly faults: readonly Fault[] };

/** Reads a document by a schema; paths of faults begin with `at`. */
export function parseDocument<Value>(schema: z.ZodType<Value>, document: unknown, at = ''): Parsed<Value> {
  const parsed = schema.safeParse(document, { reportInput: true });
  if (parsed.success) return { value: parsed.data };
  return { faults: parsed.error.issues.flatMap((issue) => issueFaults(issue, at)) };
}

function issueFaults(issue: z.core.$ZodIssue, at: string): Fault[] {
  const path = joinPath(at, ...issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const names = issue.message.split(' ');
      return issue.keys.map((key) => unknownName(joinPath(path, key), 'member', key, names));
    }
    case 'invalid_union':
      return unionFaults(issue, path);
    case 'invalid_key':
    case 'invalid_element':
      return [{ path, problem: 'is not a name that is allowed here', allowed: allowedBy(issue.issues[0]) }];
    case 'custom':
      return [{ path, problem: problemOf(issue.input), allowed: issue.message }];
    default:
      return [{ path, problem: problemOf(issue.input), allowed: allowedBy(issue) }];
  }
}

/** Of a union's branches the one with the fewest faults is what was meant. */
function unionFaults(issue: z.core.$ZodIssueInvalidUnion, path: string): Fault[] {
  const branches = issue.errors.map((issues) => issues.flatMap((inner) => issueFaults(inner, path)));
  branches.sort((a, b) => a.length - b.length);
  return branches[0] ?? [{ path, problem: problemOf(issue.input), allowed: issue.message }];
}

function problemOf(input: unknown): string {
  if (input === undefined) return 'is missing';
  if (Array.isArray(input)) return 'is a list';
  if (typeof input === 'object' && input !== null) return 'is an object';
  return `is ${quote(input)}`;
}

function allowedBy(issue: z.core.$ZodIssue | undefined): string {
  // A schema with words of its own says better what is allowed than zod's codes.
  if (issue && !/^(Invalid|Too|Unrecognized)/.test(issue.message)) return issue.message;
  switch (issue?.code) {
    case 'invalid_type':
      return `allowed is ${TYPE_NAMES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_format':
      return issue.pattern === undefined
        ? `allowed is ${issue.format}`
        : `allowed is text like ${issue.pattern}`;
    case 'too_small':
      return `allowed is at least ${String(issue.minimum)}${unitOf(issue.origin)}`;
    case 'too_big':
      return `allowed is at most ${String(issue.maximum)}${unitOf(issue.origin)}`;
    default:
      return issue?.message ?? 'see the schema';
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' || origin === 'set' ? ' entries' : origin === 'record' ? ' members' : '';
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
