import { Injectable } from '@nestjs/common';
import { addSeconds } from '#domain/time/instant';
import { figuresOf, figuresView, NO_FIGURES, plus, type Figures } from './contract-figures.js';
import { type OverviewContract, Overview } from './overview.js';
import { type ExpiringOut, type PortfolioOut, type PortfolioQuery } from './portfolio-schemas.js';

const DAY_SECONDS = 86_400;
const MOST_EXPIRING = 200;

interface ClientFigures {
  readonly clientId: string;
  readonly clientName: string;
  readonly figures: Figures;
}

/** Figures over all contracts, by client, each contract reckoned by its own law. */
@Injectable()
export class Portfolio {
  constructor(private readonly overview: Overview) {}

  async show(query: PortfolioQuery, clients: readonly string[] | null): Promise<PortfolioOut> {
    const { expiringWithinDays, ...filter } = query;
    const byClient = new Map<string, ClientFigures>();
    const expiring: ExpiringOut[] = [];
    for await (const contract of this.overview.all({ ...filter, clients })) {
      const { clientId, parties } = contract.row;
      const known = byClient.get(clientId)?.figures ?? NO_FIGURES;
      const clientName = parties.client['fullName'] ?? '';
      byClient.set(clientId, { clientId, clientName, figures: plus(known, await figuresOf(contract)) });
      expiring.push(...expiringOf(contract, expiringWithinDays));
    }
    const all = [...byClient.values()].sort((a, b) => compare(a.clientId, b.clientId));
    return {
      clock: query.clock,
      total: figuresView(all.reduce((sum, { figures }) => plus(sum, figures), NO_FIGURES)),
      clients: all.map(({ clientId, clientName, figures }) => ({
        clientId,
        clientName,
        ...figuresView(figures),
      })),
      expiring: expiring
        .sort((a, b) => compare(a.endsAt, b.endsAt) || compare(a.contract, b.contract))
        .slice(0, MOST_EXPIRING),
    };
  }
}

function expiringOf({ row, state, terms, at }: OverviewContract, days: number): ExpiringOut[] {
  const endsAt = state.earlyEndAt ?? terms.endsAt;
  if (row.status !== 'active' || endsAt > addSeconds(at, days * DAY_SECONDS)) return [];
  const renewed = state.renewal.arisen || state.renewal.contract !== null;
  return [{ contract: row.id, clientId: row.clientId, endsAt, renewed }];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
