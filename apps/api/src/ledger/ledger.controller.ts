import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { verifyContract } from '#execution/verify';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { listLedger } from '#persistence/queries/ledger';
import { ContractReader } from '../contracts/contract-reader.js';
import { pageView, pageWish } from '../http/cursor.js';
import { contractParams, count, instantOut, listQuery, pageOut } from '../http/fields.js';

const ledgerQuery = closedObject(listQuery('asc'));

const entryView = z
  .strictObject({
    contract: z.string(),
    sequence: count,
    owner: z.string().meta({ description: 'Whose step wrote it: `contract`, or `request/NAME`' }),
    ownerVersion: count,
    kind: z.string(),
    at: instantOut.meta({ description: 'When it counts' }),
    recordedAt: instantOut,
    actor: z.string(),
    clause: z.string(),
    request: z.string().nullable(),
    payload: z.unknown(),
    event: z.unknown().meta({ description: 'What caused the step, on its first entry; null for a deadline' }),
    previousHash: z.string(),
    hash: z.string().meta({
      description:
        'Over the canonical JSON (RFC 8785) of all other members, `contract` by the name contractId',
    }),
  })
  .meta({ id: 'LedgerEntry' });

const ledgerPage = pageOut(entryView).meta({ id: 'LedgerPage' });

const ledgerVerification = z
  .strictObject({
    contract: z.string(),
    entries: count,
    faults: z.array(z.string()).meta({
      description: 'Empty: the chain holds, the core still says the same, the read model is its fold',
    }),
  })
  .meta({ id: 'LedgerVerification' });

const sequenceKey = z.strictObject({ list: z.literal('ledger'), sequence: z.int() });

/** The append-only ledger of a contract. */
@ApiTags('audit')
@Controller('api/v1/contracts/:contract/ledger')
export class LedgerController {
  constructor(private readonly contracts: ContractReader) {}

  @Get()
  @ApiOperation({ summary: 'The entries of the ledger, each with the hash of the one before it' })
  @ApiOkResponse({ standardSchema: ledgerPage })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: ledgerQuery }) query: z.infer<typeof ledgerQuery>,
  ): Promise<z.infer<typeof ledgerPage>> {
    const { em } = await this.contracts.get(contract);
    const page = await listLedger(em, contract, pageWish(sequenceKey, query));
    return pageView(page, viewOf, ({ sequence }) => ({ list: 'ledger', sequence }));
  }

  @Get('verification')
  @ApiOperation({ summary: 'Checks the chain, folds the ledger again, and compares it with what is shown' })
  @ApiOkResponse({ standardSchema: ledgerVerification })
  async verify(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
  ): Promise<z.infer<typeof ledgerVerification>> {
    const { em } = await this.contracts.get(contract);
    const { lines, faults } = await verifyContract(em, contract);
    return { contract, entries: lines, faults: [...faults] };
  }
}

function viewOf({ contractId, request, event, ...line }: LedgerEntryRow): z.infer<typeof entryView> {
  const { sequence, owner, ownerVersion, kind, at, recordedAt, actor, clause, payload, previousHash, hash } =
    line;
  return {
    contract: contractId,
    sequence,
    owner,
    ownerVersion,
    kind,
    at,
    recordedAt,
    actor,
    clause,
    request: request ?? null,
    payload,
    event: event ?? null,
    previousHash,
    hash,
  };
}
