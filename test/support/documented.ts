import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface Answer {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, object>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Answer>>;
}

/** An OpenAPI document, as far as answers are checked by it. */
export interface Documented {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly responses?: Readonly<Record<string, Answer>> };
}

/** An answer of the API. */
export interface Given {
  readonly status: number;
  readonly mediaType: string | null;
  readonly body: unknown;
}

/**
 * Says what of an answer is not in the OpenAPI document: its status, its media type, or something in its body. The
 * document is made of the same schemas as the handlers, but nothing else compares what handlers really answer with it.
 */
export class AnswerCheck {
  private readonly schemas: DocumentSchemas;
  private readonly routes: readonly { readonly path: string; readonly pattern: RegExp }[];

  constructor(private readonly document: Documented) {
    this.schemas = new DocumentSchemas(document);
    // Of two that fit, the one with fewer parameters is meant.
    this.routes = Object.keys(document.paths)
      .map((path) => ({ path, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
      .sort((a, b) => parametersIn(a.path) - parametersIn(b.path));
  }

  /** Null when all is as documented, or the address is not one of the document's. */
  faultOf(method: string, address: string, { status, mediaType, body }: Given): string | null {
    const path = this.routes.find(({ pattern }) => pattern.test(address.split('?')[0] ?? ''))?.path;
    const verb = method === 'HEAD' ? 'get' : method.toLowerCase();
    const operation = path === undefined ? undefined : this.document.paths[path]?.[verb];
    if (path === undefined || !operation) return null;
    const where = `${method} ${path} answered ${status}`;
    const { pointer, answer } = this.answerOf([path, verb, String(status)], operation.responses[status]);
    if (!answer) return `${where}, which is not documented: ${JSON.stringify(body)}`;
    if (!answer.content) return null;
    const type = (mediaType ?? '').split(';')[0] ?? '';
    if (!(type in answer.content))
      return `${where} as ${type}, documented is ${Object.keys(answer.content).join(', ')}`;
    if (!type.endsWith('json')) return null;
    const validate = this.schemas.validatorAt([...pointer, 'content', type, 'schema']);
    return validate(body)
      ? null
      : `${where}, which is not as documented: ${this.schemas.errorsText(validate)} in ${JSON.stringify(body).slice(0, 600)}`;
  }

  /** Where in the document an answer stands: with its route, or among those that many share. */
  private answerOf([path = '', verb = '', status = '']: readonly string[], answer: Answer | undefined) {
    const name = answer?.$ref?.replace('#/components/responses/', '');
    return name === undefined
      ? { pointer: ['paths', path, verb, 'responses', status], answer }
      : { pointer: ['components', 'responses', name], answer: this.document.components.responses?.[name] };
  }
}

/** The schemas of an OpenAPI document, by where they stand in it. */
export class DocumentSchemas {
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(document: object) {
    addFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'api', ...document });
  }

  errorsText({ errors }: ValidateFunction): string {
    return this.ajv.errorsText(errors);
  }

  validatorAt(parts: readonly string[]): ValidateFunction {
    const pointer = parts
      .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    const known = this.validators.get(pointer);
    if (known) return known;
    const made = this.ajv.compile({ $ref: `api#/${pointer}` });
    this.validators.set(pointer, made);
    return made;
  }
}

function parametersIn(path: string): number {
  return path.split('{').length;
}
