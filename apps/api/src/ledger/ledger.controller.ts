import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { verifyContract } from '#execution/verify';
import { type LedgerEntryRow } from '#persistence/entities/ledger-entry';
import { entrySentence } from '#narration/sentences';
import { type Sentence } from '#narration/words';
import { findLine, listLedger } from '#persistence/queries/ledger';
import { receiptsOfLine } from '#persistence/queries/decision-receipts';
import { ContractReader } from '../contracts/contract-reader.js';
import { Refuses } from '../docs/answers.js';
import { pageView, pageWish } from '../http/cursor.js';
import { Problem } from '../http/problem.js';
import {
  bothLanguages,
  contractParams,
  count,
  instantOut,
  listQuery,
  nameIn,
  pageOut,
} from '../http/fields.js';

const ledgerQuery = closedObject({
  ...listQuery('asc'),
  request: z.exactOptional(nameIn.meta({ description: 'Only the entries that are about this request' })),
  kind: z.exactOptional(
    z.string().max(100).meta({ description: 'Only the entries of this kind, `penalty.fixed`' }),
  ),
});

const entryParams = closedObject({
  contract: nameIn,
  sequence: z.coerce.number({ error: 'allowed is a whole number from 1' }).int().min(1).max(2_147_483_647),
});

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

const ledgerPage = z
  .strictObject({
    ...pageOut(entryView).shape,
    texts: z
      .array(z.strictObject({ sequence: count, text: bothLanguages }))
      .meta({ description: 'Each entry in words, as today; no hash is over them' }),
  })
  .meta({ id: 'LedgerPage' });

const toldEntry = z
  .strictObject({
    entry: entryView,
    text: bothLanguages.meta({ description: 'The entry in words, as today; no hash is over them' }),
    receipts: z
      .array(z.string())
      .meta({ description: 'The receipts of what was decided in it', example: ['12-penalty'] }),
  })
  .meta({ id: 'ToldLedgerEntry' });

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
    const { em, terms } = await this.contracts.get(contract);
    const { request, kind } = query;
    const filter = { ...(request !== undefined && { request }), ...(kind !== undefined && { kind }) };
    const page = await listLedger(em, contract, pageWish(sequenceKey, query), filter);
    return {
      ...pageView(page, viewOf, ({ sequence }) => ({ list: 'ledger', sequence })),
      texts: page.rows.map((row) => ({ sequence: row.sequence, text: textOf(row, terms.zone) })),
    };
  }

  @Get(':sequence')
  @Refuses('unknownEntry')
  @ApiOperation({ summary: 'One entry, in words, and the receipts of what was decided in it' })
  @ApiOkResponse({ standardSchema: toldEntry })
  async read(
    @Param({ schema: entryParams }) { contract, sequence }: z.infer<typeof entryParams>,
  ): Promise<z.infer<typeof toldEntry>> {
    const { em, terms } = await this.contracts.get(contract);
    const row = await findLine(em, contract, sequence);
    if (!row) throw new Problem('unknownEntry', `${contract} has no entry ${sequence}`);
    const receipts = await receiptsOfLine(em, contract, sequence);
    return { entry: viewOf(row), text: textOf(row, terms.zone), receipts };
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

function textOf({ kind, request, payload, at }: LedgerEntryRow, zone: string): Sentence {
  return entrySentence({ kind, request: request ?? null, payload, at }, zone);
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
