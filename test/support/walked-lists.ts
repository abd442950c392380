import { type Role } from '../../apps/api/src/access/roles.js';
import { type DocumentedList } from './documented-lists.js';
import { type TestStack } from './stack.js';

export type Entry = Readonly<Record<string, unknown>>;

interface Answer {
  readonly items: readonly Entry[];
  readonly next: string | null;
}

/** Whether an entry has what a filter asks for. */
export type Told = (entry: Entry, value: string) => boolean;

/** Where a list of the document is read in a test, and what is known of it. */
export interface Walked {
  readonly address: string;
  readonly role?: Role;
  /** How many entries it has at least; two, for there to be a page behind the first. */
  readonly fewest?: number;
  /** Filters that are not a member of the entry by their name. */
  readonly told?: Readonly<Record<string, Told>>;
  /** Values of filters that are neither of a few words nor to be found in the entries. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Filters that the list's own tests ask for. */
  readonly elsewhere?: readonly string[];
  /** The feed has a cursor also behind its end. */
  readonly isFeed?: true;
}

/** A list read as its callers do: whole, page after page, turned round, and narrowed down. */
export class ListWalk {
  constructor(
    private readonly stack: TestStack,
    private readonly list: DocumentedList,
    readonly walked: Walked,
  ) {}

  /** Whole, in one page. */
  async whole(query: Readonly<Record<string, string>> = {}): Promise<readonly Entry[]> {
    return (await this.page({ ...query, limit: '200' })).items;
  }

  async page(query: Readonly<Record<string, string>>): Promise<Answer> {
    const { status, body } = await this.asked(query);
    if (status !== 200) throw new Error(`${this.walked.address} answered ${status}: ${JSON.stringify(body)}`);
    return body as Answer;
  }

  asked(
    query: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    const text = new URLSearchParams(query).toString();
    return this.stack.get<unknown>(`${this.walked.address}?${text}`, this.walked.role);
  }

  /** Page after page, to the end. */
  async pages(limit: number, query: Readonly<Record<string, string>> = {}): Promise<readonly Entry[]> {
    const found: Entry[] = [];
    let cursor: string | null = null;
    do {
      const page: Answer = await this.page({
        ...query,
        limit: String(limit),
        ...(cursor !== null && { cursor }),
      });
      if (page.items.length > limit) throw new Error(`${page.items.length} entries, asked were ${limit}`);
      if (this.walked.isFeed && page.items.length === 0) break;
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    return found;
  }

  /** The filters of the list, each with values to ask for and how an entry tells whether it has one. */
  filters(entries: readonly Entry[]): { name: string; values: readonly string[]; told: Told }[] {
    const { limit: _limit, cursor: _cursor, order: _order, sort: _sort, ...filters } = this.list.parameters;
    const asked = Object.entries(filters).filter(([name]) => !this.walked.elsewhere?.includes(name));
    return asked.map(([name, allowed]) => {
      const found = entries.flatMap((entry) => textOf(entry[name]) ?? []);
      const values = this.walked.values?.[name] ?? allowed?.enum ?? [...new Set(found)];
      return {
        name,
        values,
        told: this.walked.told?.[name] ?? ((entry, value) => textOf(entry[name]) === value),
      };
    });
  }
}

/** A value as it is asked for in an address; null for what is not. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : null;
}
