import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { parseDocument, type Parsed } from '#decisions/schema-faults';
import { joinPath, oneOf, quote, unknownName, type Fault } from '#domain/fault';
import { Problem } from './problem.js';

type FurtherCheck = (document: unknown) => Promise<readonly Fault[]>;

const furtherChecks = new WeakMap<z.ZodType, FurtherCheck>();

/** Has something checked that a schema cannot say, so that its faults come together with those of the schema. */
export function checkFurther(schema: z.ZodType, check: FurtherCheck): void {
  furtherChecks.set(schema, check);
}

/**
 * Validates what a handler takes by the schema beside it, `@Body({ schema })`, and hands the handler the schema's
 * value. Everything that is wrong is said at once, as a Problem.
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, { schema, type }: ArgumentMetadata): Promise<unknown> {
    if (!(schema instanceof z.ZodType)) return value;
    // A POST without a body is one with nothing in it.
    const parsed = await validated(schema, type === 'body' && value === undefined ? {} : value);
    if ('value' in parsed) return parsed.value;
    // No path of ours can hold what is wrong here: there is simply nothing at this address.
    if (type === 'param')
      throw new Problem('notFound', 'There is nothing at this address: see /api/docs for what there is');
    throw Problem.ofFaults(parsed.faults);
  }
}

async function validated(schema: z.ZodType, document: unknown): Promise<Parsed<unknown>> {
  const first = unsayableText(document) ?? unknownKind(schema, document);
  if (first) return { faults: [first] };
  const parsed = parseDocument(schema, document);
  const further = await furtherChecks.get(schema)?.(document);
  if (!further || further.length === 0) return parsed;
  return { faults: [...('faults' in parsed ? parsed.faults : []), ...further] };
}

/** Of a union's kinds, one that there is not: the nearest name helps more than what all the others would have taken. */
function unknownKind(schema: z.ZodType, document: unknown): Fault | null {
  if (!(schema instanceof z.ZodDiscriminatedUnion) || typeof document !== 'object' || document === null)
    return null;
  const { discriminator } = schema.def;
  const kinds = schema.options.flatMap((option) => kindsOf(option, discriminator));
  const given = (document as Readonly<Record<string, unknown>>)[discriminator];
  if (given === undefined) return { path: discriminator, problem: 'is missing', allowed: oneOf(kinds) };
  if (typeof given !== 'string')
    return { path: discriminator, problem: `is ${quote(given)}`, allowed: oneOf(kinds) };
  return kinds.includes(given) ? null : unknownName(discriminator, discriminator, given, kinds);
}

function kindsOf(option: unknown, discriminator: string): string[] {
  const member: unknown = option instanceof z.ZodObject ? option.shape[discriminator] : undefined;
  return member instanceof z.ZodLiteral ? [...member.values].map(String) : [];
}

const DEEPEST = 20;

/** The first text that the database could not keep, or a document nested so deeply that nobody means it. */
export function unsayableText(document: unknown): Fault | null {
  const left: { value: unknown; path: string; depth: number }[] = [{ value: document, path: '', depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && !isSayable(value)) {
      return {
        path,
        problem: 'holds characters that are none',
        allowed: 'allowed is well-formed Unicode without NUL',
      };
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth === DEEPEST)
      return { path, problem: 'is nested too deeply', allowed: `allowed are ${DEEPEST} levels` };
    for (const [key, member] of Object.entries(value)) {
      if (!isSayable(key))
        return {
          path,
          problem: 'has a member whose name is no text',
          allowed: 'allowed is well-formed Unicode',
        };
      left.push({
        value: member,
        path: joinPath(path, Array.isArray(value) ? Number(key) : key),
        depth: depth + 1,
      });
    }
  }
  return null;
}

function isSayable(text: string): boolean {
  return text !== '__proto__' && text.isWellFormed() && !text.includes('\0');
}
