import { type components } from '#client/openapi';
import { type Fault } from '#domain/fault';
import { type ApiAccess, apiAccess, type ApiAnswer, callApi, callList } from '../api-client.js';

export type Operation = components['schemas']['Operation'];
export type LineResult = components['schemas']['OperationResult'];
type ResultPage = components['schemas']['OperationResultPage'];
export type LineStatus = LineResult['status'];

export const LINE_STATUSES: readonly LineStatus[] = ['waiting', 'running', 'succeeded', 'failed', 'skipped'];

/** What the API has refused. */
export interface Refused {
  readonly faults: readonly Fault[];
}

const NDJSON = 'application/x-ndjson';

type Call = Parameters<typeof callApi>[1];

/** The calls of the API that are about operations. */
export class OperationCalls {
  constructor(private readonly access: ApiAccess = apiAccess('integration')) {}

  /** Uploads a file as it is, byte for byte. */
  start(bytes: Uint8Array, goal: 'draft' | 'send', key: string): Promise<Operation | Refused> {
    return this.asked((client) =>
      client.POST('/api/v1/operations/contract-starts', {
        // oxlint-disable-next-line unicorn/no-thenable
        params: { query: { then: goal }, header: { 'Idempotency-Key': key } },
        body: '',
        bodySerializer: () => bytes,
        headers: { 'content-type': NDJSON },
      }),
    );
  }

  read(operation: string): Promise<Operation | Refused> {
    const params = { path: { operation } };
    return this.asked((client) => client.GET('/api/v1/operations/{operation}', { params }));
  }

  cancel(operation: string): Promise<Operation | Refused> {
    const params = { path: { operation } };
    return this.asked((client) => client.POST('/api/v1/operations/{operation}/cancel', { params }));
  }

  /** All results, page after page. */
  async results(operation: string, status?: LineStatus): Promise<LineResult[] | Refused> {
    const answer = await callList(this.access, (client, query) =>
      client.GET('/api/v1/operations/{operation}/results', {
        params: { path: { operation }, query: { ...query, ...(status && { status }) } },
      }),
    );
    const whole = this.understood<ResultPage>(answer);
    return 'faults' in whole ? whole : whole.items;
  }

  private async asked<Document extends object>(call: Call): Promise<Document | Refused> {
    return this.understood(await callApi(this.access, call));
  }

  private understood<Document extends object>({ status, document }: ApiAnswer): Document | Refused {
    if (status < 400) return document as Document;
    const { code, detail } = document as components['schemas']['Problem'];
    return { faults: [{ path: code, problem: detail, allowed: `see ${this.access.url}/problems/${code}` }] };
  }
}
