import { Body, Controller, Get, Header, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { type Envelope } from '#domain/signing/envelope';
import { NobodyToSign } from '#persistence/queries/signing-links';
import { Call, type WriteCall } from '../access/call.js';
import { commandAt, ContractReader, type KnownContract } from '../contracts/contract-reader.js';
import { ContractsService } from '../contracts/contracts.service.js';
import { AnswersASecret, Refuses, Sends, Tells } from '../docs/answers.js';
import { contractParams } from '../http/fields.js';
import { hasAll, pageOfList } from '../http/page-of-list.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import {
  envelopeList,
  envelopeParams,
  envelopesQuery,
  envelopeView,
  paperQuery,
  signerParams,
  signingLinkView,
  withdrawBody,
} from './envelope-schemas.js';
import { ESIGN_SERVICE, type ESignService } from './esign-service.js';
import { From, type Origin } from './provenance.js';
import { SigningLinks } from './signing-links.js';
import { SigningPapers } from './signing-papers.js';

type Params = z.infer<typeof envelopeParams>;

/** What was sent to be signed: the contract, its amendments, agreements to end it. */
@ApiTags('contracts')
@Controller('api/v1/contracts/:contract/envelopes')
export class EnvelopesController {
  constructor(
    private readonly reader: ContractReader,
    private readonly contracts: ContractsService,
    private readonly links: SigningLinks,
    private readonly papers: SigningPapers,
    @Inject(ESIGN_SERVICE) private readonly service: ESignService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All signings of a contract: who signs, and what has happened' })
  @ApiOkResponse({ standardSchema: envelopeList })
  async list(
    @Param({ schema: contractParams }) { contract }: z.infer<typeof contractParams>,
    @Query({ schema: envelopesQuery }) query: z.infer<typeof envelopesQuery>,
  ): Promise<z.infer<typeof envelopeList>> {
    const { row } = await this.reader.get(contract);
    const items = row.state.envelopes.map(viewOf);
    return pageOfList({ name: 'envelopes', items, keyOf: ({ id }) => id }, query, hasAll(query));
  }

  @Get(':envelope')
  @ApiOperation({ summary: 'One signing, step by step' })
  @ApiOkResponse({ standardSchema: envelopeView })
  async read(@Param({ schema: envelopeParams }) params: Params): Promise<z.infer<typeof envelopeView>> {
    return viewOf((await this.known(params)).envelope);
  }

  @Post(':envelope/withdraw')
  @Tells()
  @ApiOperation({ summary: 'Takes back what was sent: nobody can sign it any more' })
  @ApiOkResponse({ standardSchema: envelopeView })
  async withdraw(
    @Call() call: WriteCall,
    @From() from: Origin,
    @Param({ schema: envelopeParams }) params: Params,
    @Body({ schema: withdrawBody }) { reason, at }: z.infer<typeof withdrawBody>,
  ): Promise<Reply> {
    const { contract, envelope } = params;
    await this.known(params);
    const by = call.caller.name;
    const provenance = { channel: 'api', ...from, identity: by } as const;
    return this.contracts.command(
      call,
      contract,
      (known) => ({
        ...({ type: 'envelope.withdrawn', at: commandAt(known, at), envelope, reason, by } as const),
        provenance,
      }),
      {
        view: async () => {
          const { envelope: withdrawn } = await this.known(params);
          await this.service.withdraw({ contract, envelope: withdrawn });
          return new Reply(200, viewOf(withdrawn));
        },
      },
    );
  }

  @Post(':envelope/signers/:signer/link')
  @Refuses('wrongState')
  @AnswersASecret()
  @ApiOperation({
    summary: 'A link for a signer who is asked to sign, to be handed over by other means than mail',
    description:
      'Earlier links of the signer end with it. The answer is never kept: repeated under the same Idempotency-Key, the call gives another link.',
  })
  @ApiOkResponse({ standardSchema: signingLinkView })
  async link(@Param({ schema: signerParams }) params: z.infer<typeof signerParams>): Promise<Reply> {
    const { contract, envelope, signer } = params;
    const { envelope: found } = await this.known({ contract, envelope });
    try {
      const url = await this.links.mint(contract, envelope, signer);
      const link: z.infer<typeof signingLinkView> = { url, expiresAt: found.dueAt };
      return new Reply(200, link);
    } catch (error) {
      if (!(error instanceof NobodyToSign)) throw error;
      throw notAsked(found, signer);
    }
  }

  @Get(':envelope/document')
  @ApiOperation({ summary: 'The document that is signed, as it was sent' })
  @Sends('application/pdf')
  @Header('content-type', 'application/pdf')
  async document(@Param({ schema: envelopeParams }) params: Params): Promise<StreamableFile> {
    const { known, envelope } = await this.known(params);
    return this.papers.sent(known, envelope);
  }

  @Get(':envelope/signed')
  @ApiOperation({ summary: 'The final document with all signatures, sealed' })
  @Sends('application/pdf')
  @Refuses('wrongState')
  @Header('content-type', 'application/pdf')
  async signed(
    @Param({ schema: envelopeParams }) params: Params,
    @Query({ schema: paperQuery }) { lang }: z.infer<typeof paperQuery>,
  ): Promise<StreamableFile> {
    const { known, envelope } = await this.known(params);
    return this.papers.signed(known, envelope, lang);
  }

  @Get(':envelope/evidence')
  @ApiOperation({ summary: 'The certificate of a signing that is over, whichever way it ended' })
  @Sends('application/pdf')
  @Refuses('wrongState')
  @Header('content-type', 'application/pdf')
  async evidence(
    @Param({ schema: envelopeParams }) params: Params,
    @Query({ schema: paperQuery }) { lang }: z.infer<typeof paperQuery>,
  ): Promise<StreamableFile> {
    const { known, envelope } = await this.known(params);
    return this.papers.evidence(known, envelope, lang);
  }

  private async known({
    contract,
    envelope: id,
  }: Params): Promise<{ readonly known: KnownContract; readonly envelope: Envelope }> {
    const known = await this.reader.get(contract);
    const envelope = known.row.state.envelopes.find((each) => each.id === id);
    if (envelope) return { known, envelope };
    throw new Problem('unknownEnvelope', `Nothing of ${contract} was sent for signing as ${id}`);
  }
}

/** All of a signing but what each step repeats. */
function viewOf({ steps, signers, ...envelope }: Envelope): z.infer<typeof envelopeView> {
  return {
    ...envelope,
    signers: [...signers],
    steps: steps.map(({ documentHash: _, ...step }) => step),
  };
}

function notAsked({ id, status, signers }: Envelope, signer: string): Problem {
  const asked = signers.filter((each) => each.status === 'invited' || each.status === 'viewed');
  const names = status === 'open' ? asked.map((each) => each.id).join(', ') : 'nobody, the signing is over';
  const fault = {
    path: 'signer',
    problem: `${signer} is not asked to sign ${id} now`,
    allowed: `allowed: ${names}`,
  };
  return new Problem('wrongState', `signer: ${fault.problem}, ${fault.allowed}`, [fault]);
}
