import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import proto from '@temporalio/proto';
import { codeOf } from './problem.js';
import type { SearchAttributeType } from './temporal-server.js';

type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

const KNOWN_SECONDS = 30;
const RETRY_MILLISECONDS = 100;
/** gRPC's status code. */
const ALREADY_EXISTS = '6';

const { IndexedValueType } = proto.temporal.api.enums.v1;
const TYPES: Readonly<Record<SearchAttributeType, number>> = {
  Text: IndexedValueType.INDEXED_VALUE_TYPE_TEXT,
  Keyword: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  Int: IndexedValueType.INDEXED_VALUE_TYPE_INT,
  Double: IndexedValueType.INDEXED_VALUE_TYPE_DOUBLE,
  Bool: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  Datetime: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  KeywordList: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
};

/**
 * Registers a namespace that keeps for a day what is over, with its search attributes, and returns once the server knows
 * both. What is there already is left as it is. Throws what the server says when it does not come to know them.
 */
export async function registerNamespace(
  connection: Connection,
  namespace: string,
  searchAttributes: SearchAttributes,
): Promise<void> {
  await unlessThere(() =>
    connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    }),
  );
  await registerSearchAttributes(connection, namespace, searchAttributes);
  const query = Object.keys(searchAttributes).map((name) => `${name} is null`);
  await untilKnown(() =>
    connection.workflowService.countWorkflowExecutions({ namespace, query: query.join(' and ') }),
  );
}

/** Registers search attributes of a namespace that the server may not know everywhere yet. Throws what it says in the end. */
export async function registerSearchAttributes(
  connection: Connection,
  namespace: string,
  searchAttributes: SearchAttributes,
): Promise<void> {
  const types = Object.entries(searchAttributes).map(([name, type]) => [name, TYPES[type]]);
  const request = { namespace, searchAttributes: Object.fromEntries(types) as Record<string, number> };
  await untilKnown(() => unlessThere(() => connection.operatorService.addSearchAttributes(request)));
}

async function unlessThere(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (codeOf(error) !== ALREADY_EXISTS) throw error;
  }
}

async function untilKnown(work: () => Promise<unknown>): Promise<void> {
  const giveUpAt = Date.now() + KNOWN_SECONDS * 1000;
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
      await delay(RETRY_MILLISECONDS);
    }
  }
}
