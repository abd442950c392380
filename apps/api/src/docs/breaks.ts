/** As much of an OpenAPI document as decides whether a program that was written for it still works. */
export interface ApiContract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: {
    readonly schemas?: Readonly<Record<string, unknown>>;
    readonly parameters?: Readonly<Record<string, unknown>>;
  };
}

type Tree = Readonly<Record<string, unknown>>;
/** Which way a schema goes: what callers send may only be taken more widely, what they get only be given more narrowly. */
type Way = 'sent' | 'given';

interface Side {
  readonly document: ApiContract;
  readonly schema: unknown;
}

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/**
 * What of a new document breaks a program that was written for the old one, a sentence each; nothing when it only adds.
 * New members in answers, new optional members and parameters, new routes and new problem codes are additions.
 */
export function breaksBetween(before: ApiContract, after: ApiContract): string[] {
  return Object.entries(before.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => method in item).flatMap((method) => {
      const where = `${method.toUpperCase()} ${path}`;
      const [old, now] = [tree(item[method]), tree(after.paths[path]?.[method])];
      if (!now) return [`${where} is gone`];
      const operation = new Comparison(before, after, where);
      return [
        ...operation.ofRoles(old ?? {}, now),
        ...operation.ofParameters(old ?? {}, now),
        ...operation.ofBodies(old ?? {}, now),
        ...operation.ofAnswers(old ?? {}, now),
      ];
    }),
  );
}

class Comparison {
  private readonly seen = new Set<string>();

  constructor(
    private readonly before: ApiContract,
    private readonly after: ApiContract,
    private readonly where: string,
  ) {}

  ofRoles(old: Tree, now: Tree): string[] {
    const [had, has] = [texts(old['x-roles']), texts(now['x-roles'])];
    const lost = had
      .filter((role) => !has.includes(role))
      .map((role) => this.said(`${role} may no longer call it`));
    const isShut = had.length === 0 && has.length > 0 && !('x-roles' in old);
    return [...lost, ...(isShut ? [this.said('needs a key now')] : [])];
  }

  ofParameters(old: Tree, now: Tree): string[] {
    const [had, has] = [parametersOf(this.before, old), parametersOf(this.after, now)];
    const gone = [...had.keys()]
      .filter((name) => !has.has(name))
      .map((name) => this.said(`${name} is not taken any more`));
    const wanted = [...has].flatMap(([name, parameter]) => {
      const earlier = had.get(name);
      if (parameter['required'] === true && earlier?.['required'] !== true)
        return [this.said(`${name} is needed now`)];
      return earlier ? this.ofSchemas('sent', name, earlier['schema'], parameter['schema']) : [];
    });
    return [...gone, ...wanted];
  }

  ofBodies(old: Tree, now: Tree): string[] {
    const [had, has] = [contentOf(old['requestBody']), contentOf(now['requestBody'])];
    const isNeeded = tree(now['requestBody'])?.['required'] === true && !tree(old['requestBody']);
    const changes = Object.entries(had).flatMap(([type, media]) =>
      type in has
        ? this.ofSchemas('sent', 'the body', tree(media)?.['schema'], tree(has[type])?.['schema'])
        : [this.said(`${type} is not taken any more`)],
    );
    return [...(isNeeded ? [this.said('needs a body now')] : []), ...changes];
  }

  ofAnswers(old: Tree, now: Tree): string[] {
    // What is shared between routes are problems and the 202: the others stand with their route.
    const [had, has] = [tree(old['responses']) ?? {}, tree(now['responses']) ?? {}];
    return Object.entries(had).flatMap(([status, answer]) => {
      if (!status.startsWith('2')) return [];
      if (!(status in has)) return [this.said(`never answers ${status} any more`)];
      const [contentBefore, contentNow] = [contentOf(answer), contentOf(has[status])];
      return Object.entries(contentBefore).flatMap(([type, media]) =>
        type in contentNow
          ? this.ofSchemas(
              'given',
              `answer ${status}`,
              tree(media)?.['schema'],
              tree(contentNow[type])?.['schema'],
            )
          : [this.said(`never answers ${type} any more`)],
      );
    });
  }

  private ofSchemas(way: Way, path: string, before: unknown, now: unknown): string[] {
    const old = resolved({ document: this.before, schema: before });
    const next = resolved({ document: this.after, schema: now });
    // Schemas that hold themselves are gone through once.
    const mark = `${way} ${nameOf(before)} ${nameOf(now)}`;
    if (!old || !next || (nameOf(before) !== '' && this.seen.has(mark))) return [];
    if (nameOf(before) !== '') this.seen.add(mark);
    return [
      ...this.ofTypes(way, path, old, next),
      ...this.ofValues(way, path, old, next),
      ...this.ofLimits(way, path, old, next),
      ...this.ofMembers(way, path, old, next),
      ...this.ofItems(way, path, old, next),
    ];
  }

  private ofTypes(way: Way, path: string, old: Tree, now: Tree): string[] {
    const [had, has] = [typesOf(old), typesOf(now)];
    if (had.length === 0 || has.length === 0) return [];
    const isFine =
      way === 'sent' ? had.every((type) => has.includes(type)) : has.every((type) => had.includes(type));
    return isFine ? [] : [this.said(`${path} was ${had.join(' or ')}, is ${has.join(' or ')}`)];
  }

  private ofValues(way: Way, path: string, old: Tree, now: Tree): string[] {
    const [had, has] = [texts(old['enum']), texts(now['enum'])];
    if (had.length === 0)
      return way === 'sent' && has.length > 0 ? [this.said(`${path} takes only some values now`)] : [];
    if (way === 'given') return [];
    return has.length === 0
      ? []
      : had
          .filter((value) => !has.includes(value))
          .map((value) => this.said(`${path} does not take ${value} any more`));
  }

  /** A limit of what callers send may only be widened. */
  private ofLimits(way: Way, path: string, old: Tree, now: Tree): string[] {
    if (way === 'given') return [];
    const lower = ['minLength', 'minimum', 'minItems'].filter(
      (name) => number(now[name], -Infinity) > number(old[name], -Infinity),
    );
    const upper = ['maxLength', 'maximum', 'maxItems'].filter(
      (name) => number(now[name], Infinity) < number(old[name], Infinity),
    );
    return [...lower, ...upper].map((name) => this.said(`${path} has a narrower ${name}`));
  }

  private ofMembers(way: Way, path: string, old: Tree, now: Tree): string[] {
    const [had, has] = [tree(old['properties']) ?? {}, tree(now['properties']) ?? {}];
    const [needed, needs] = [texts(old['required']), texts(now['required'])];
    const gone = Object.keys(had).filter((name) => !(name in has));
    const changed =
      way === 'sent'
        ? needs.filter((name) => !needed.includes(name))
        : needed.filter((name) => name in has && !needs.includes(name));
    return [
      ...gone.map((name) =>
        this.said(`${path}.${name} is ${way === 'sent' ? 'not taken any more' : 'gone'}`),
      ),
      ...changed.map((name) =>
        this.said(`${path}.${name} is ${way === 'sent' ? 'needed now' : 'not always there any more'}`),
      ),
      ...Object.entries(had).flatMap(([name, member]) =>
        this.ofSchemas(way, `${path}.${name}`, member, has[name]),
      ),
    ];
  }

  private ofItems(way: Way, path: string, old: Tree, now: Tree): string[] {
    const inList = this.ofSchemas(way, `${path}[]`, old['items'], now['items']);
    const [had, has] = [choicesOf(old), choicesOf(now)];
    const isShorter = way === 'sent' && had.length > has.length && has.length > 0;
    const choices = had.flatMap((choice, index) =>
      has.length === had.length ? this.ofSchemas(way, path, choice, has[index]) : [],
    );
    return [...inList, ...choices, ...(isShorter ? [this.said(`${path} takes fewer kinds`)] : [])];
  }

  private said(what: string): string {
    return `${this.where}: ${what}`;
  }
}

function tree(value: unknown): Tree | undefined {
  return typeof value === 'object' && value !== null ? (value as Tree) : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function number(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function typesOf({ type }: Tree): string[] {
  return typeof type === 'string' ? [type] : texts(type);
}

function choicesOf(schema: Tree): readonly unknown[] {
  const choices = schema['oneOf'] ?? schema['anyOf'];
  return Array.isArray(choices) ? choices : [];
}

function contentOf(holder: unknown): Tree {
  return tree(tree(holder)?.['content']) ?? {};
}

function parametersOf({ components }: ApiContract, operation: Tree): ReadonlyMap<string, Tree> {
  const parameters = operation['parameters'];
  const list = Array.isArray(parameters) ? parameters.map((each) => tree(each) ?? {}) : [];
  const told = list.map((each) => {
    const reference = each['$ref'];
    const name = typeof reference === 'string' ? reference.replace('#/components/parameters/', '') : null;
    return name === null ? each : (tree(components?.parameters?.[name]) ?? {});
  });
  return new Map(told.map((each) => [`${String(each['in'])} ${String(each['name'])}`, each]));
}

function nameOf(schema: unknown): string {
  const reference = tree(schema)?.['$ref'];
  return typeof reference === 'string' ? reference.replace('#/components/schemas/', '') : '';
}

function resolved({ document, schema }: Side): Tree | undefined {
  const name = nameOf(schema);
  return name === '' ? tree(schema) : tree(document.components?.schemas?.[name]);
}
