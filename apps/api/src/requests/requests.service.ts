import { Injectable } from '@nestjs/common';
import { type EntityManager } from '@mikro-orm/postgresql';
import { type IncidentCommand } from '#domain/command';
import { type IncidentRow } from '#persistence/entities/incident';
import { findIncident } from '#persistence/queries/incidents';
import { linesOfKind } from '#persistence/queries/ledger';
import { ContractReader } from '../contracts/contract-reader.js';
import { Problem } from '../http/problem.js';
import { type RequestDetail } from './request-schemas.js';
import { requestDetailView } from './request-view.js';

/** Shows single requests. */
@Injectable()
export class RequestsService {
  constructor(private readonly contracts: ContractReader) {}

  async show(contract: string, request: string): Promise<RequestDetail> {
    return (await this.read(contract, request)).view;
  }

  /** A request as it is shown, and the version that this is. */
  async read(
    contract: string,
    request: string,
  ): Promise<{ readonly view: RequestDetail; readonly version: number }> {
    const known = await this.contracts.get(contract);
    const row = await this.get(known.em, contract, request);
    const classifications = await linesOfKind(known.em, contract, CLASSIFYING, { request });
    const last = classifications.findLast((line) => hasReceipt(line.payload));
    if (!last) throw new Error(`the ledger of ${contract} has no classification of ${request}`);
    return { view: requestDetailView(row, known, last), version: row.version };
  }

  /** Throws a Problem when there is no such request. */
  async get(em: EntityManager, contract: string, request: string): Promise<IncidentRow> {
    const row = await findIncident(em, contract, request);
    if (!row) throw new Problem('unknownRequest', `There is no request ${request} in ${contract}`);
    return row;
  }
}

const CLASSIFYING: readonly IncidentCommand['type'][] = ['request.recorded', 'request.reclassified'];

/** A reclassification that came late is set in its place without a receipt of its own. */
function hasReceipt(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'receipt' in payload && payload.receipt !== null;
}
