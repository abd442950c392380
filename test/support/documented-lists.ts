/** A parameter of a query as the OpenAPI document has it, as far as lists have such. */
export interface ListParameter {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
}

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Reading {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: ListParameter;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

/** An OpenAPI document, as far as lists are looked for in it. */
export interface ListDocument {
  readonly paths: Readonly<Record<string, { readonly get?: Reading }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A list of the API: a GET whose answer has `items`. */
export interface DocumentedList {
  /** Below `/api/v1`. */
  readonly path: string;
  readonly members: readonly string[];
  readonly parameters: Readonly<Record<string, ListParameter | undefined>>;
}

/** What has `items` and no pages, and why. */
export const WHOLE_LISTS: Readonly<Record<string, string>> = {
  '/bank/reconciliation': 'sums, one row for each account and currency',
  '/contracts/{contract}/invoices/{period}/e-invoice': 'a document: its items are the lines on it',
  '/contracts/{contract}/renewals': 'how a contract goes on: its items are the few steps there were',
  '/event-types': 'a small table that only a release changes',
};

/** All lists of a document, by their addresses. */
export function documentedLists({ paths, components }: ListDocument): DocumentedList[] {
  return Object.entries(paths)
    .flatMap(([address, { get }]): DocumentedList[] => {
      const schema = get?.responses['200']?.content?.['application/json']?.schema;
      const { properties = {} } = schema ? resolved(schema, components.schemas) : {};
      if (!get || !('items' in properties)) return [];
      const queries = (get.parameters ?? []).filter((each) => each.in === 'query');
      return [
        {
          path: address.replace('/api/v1', ''),
          members: Object.keys(properties),
          parameters: Object.fromEntries(queries.map(({ name, schema: allowed }) => [name, allowed])),
        },
      ];
    })
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function resolved(schema: Schema, schemas: Readonly<Record<string, Schema>>): Schema {
  const name = schema.$ref?.split('/').at(-1);
  const meant = name === undefined ? undefined : schemas[name];
  return meant ? resolved(meant, schemas) : schema;
}
