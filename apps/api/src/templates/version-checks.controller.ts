import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type z } from 'zod';
import { DecisionError } from '#decisions/decision-error';
import { explainDecision } from '#decisions/explain';
import { type Explanation } from '#decisions/explanation';
import { unknownName } from '#domain/fault';
import { formatYuan } from '#domain/money/fen';
import { entrySentence } from '#narration/sentences';
import { sampleTerm } from '#rehearsal/sample-term';
import { Refuses } from '../docs/answers.js';
import { explanationSentences } from '#narration/explain';
import { type Template } from '#templates/template';
import { Call, type WriteCall } from '../access/call.js';
import { WritePath } from '../commands/write-path.js';
import { Problem } from '../http/problem.js';
import { Reply } from '../http/reply.js';
import { ApprovalChecks, type CheckedContent } from './approval.js';
import { type ShelfContent } from './shelf.js';
import { VersionReader } from './version-reader.js';
import {
  acceptanceOut,
  checkIn,
  explainIn,
  explainOut,
  rehearseIn,
  rehearseOut,
  proofOut,
  versionParams,
} from './version-schemas.js';

type Params = z.infer<typeof versionParams>;

/** What can be asked of a version in whatever state. Nothing is changed by it. */
@ApiTags('templates')
@Controller('api/v1/templates/:template/versions/:version')
export class VersionChecksController {
  constructor(
    private readonly reader: VersionReader,
    private readonly checks: ApprovalChecks,
    private readonly writes: WritePath,
  ) {}

  @Post('test')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Runs the acceptance cases now, of the version or of files that are not saved yet; each with where it differs from what was expected',
  })
  @ApiOkResponse({ standardSchema: acceptanceOut })
  test(
    @Call() call: WriteCall,
    @Param({ schema: versionParams }) address: Params,
    @Body({ schema: checkIn }) { files }: z.infer<typeof checkIn>,
  ): Promise<Reply> {
    return this.checked(call, address, files, (content) => this.checks.accept(content));
  }

  @Post('prove')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'Runs the proof of the rules now, of the version or of files that are not saved yet; what fails comes with a counter-example',
  })
  @ApiOkResponse({ standardSchema: proofOut })
  prove(
    @Call() call: WriteCall,
    @Param({ schema: versionParams }) address: Params,
    @Body({ schema: checkIn }) { files }: z.infer<typeof checkIn>,
  ): Promise<Reply> {
    return this.checked(call, address, files, (content) => this.checks.prove(content));
  }

  @Post('rehearse')
  @HttpCode(200)
  @ApiOperation({
    summary:
      'A whole sample term under the version, or under files that are not saved yet: invoices, misses, penalties, reports, termination right, and the story in both languages',
  })
  @ApiOkResponse({ standardSchema: rehearseOut })
  @Refuses('invalidRequest')
  async rehearse(
    @Param({ schema: versionParams }) { template, version }: Params,
    @Body({ schema: rehearseIn }) { files, parameters = {} }: z.infer<typeof rehearseIn>,
  ): Promise<z.infer<typeof rehearseOut>> {
    const content = files ? await this.reader.unsaved(files) : await this.reader.content(template, version);
    const term = await sampleTerm(content.template, content.calendars, parameters);
    if ('faults' in term) throw Problem.ofFaults(term.faults);
    const { document, entries, terms } = term;
    return {
      parameters: { ...term.parameters },
      totalAmount: formatYuan(terms.totalAmount),
      document,
      lines: entries.map((entry) => ({
        at: entry.at,
        kind: entry.kind,
        text: entrySentence(entry, terms.zone),
      })),
    };
  }

  @Post('explain')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Decides by hypothetical facts, and says in both languages and as data why it came out so',
  })
  @ApiOkResponse({ standardSchema: explainOut })
  explain(
    @Call() call: WriteCall,
    @Param({ schema: versionParams }) { template, version }: Params,
    @Body({ schema: explainIn }) { set, facts }: z.infer<typeof explainIn>,
  ): Promise<Reply> {
    return this.writes.once(call, async () => {
      const content = await this.reader.content(template, version);
      const explanation = await explained(content.template, set, facts);
      return new Reply(200, { explanation, sentences: explanationSentences(explanation) });
    });
  }

  /**
   * A check of the version, whose answer is kept under the call's key; or of files that are stored nowhere. These are
   * checked at every pause in typing, and whoever asks again sends them again: nothing of that is kept.
   */
  private async checked(
    call: WriteCall,
    { template, version }: Params,
    files: ShelfContent['files'] | undefined,
    check: (content: CheckedContent) => Promise<object>,
  ): Promise<Reply> {
    if (files !== undefined) return new Reply(200, await check(await this.reader.unsaved(files)));
    return this.writes.once(call, async () => {
      return new Reply(200, await check(await this.reader.content(template, version)));
    });
  }
}

async function explained(
  { rules, parameters }: Template,
  set: string,
  facts: z.infer<typeof explainIn>['facts'],
): Promise<Explanation> {
  const ruleSet = Object.hasOwn(rules, set) ? rules[set] : undefined;
  if (!ruleSet) throw Problem.ofFaults([unknownName('set', 'rule set', set, Object.keys(rules))]);
  try {
    return await explainDecision(ruleSet, facts, { fixed: parameters.map(({ name }) => name) });
  } catch (error) {
    if (!(error instanceof DecisionError)) throw error;
    throw Problem.ofFaults(error.faults);
  }
}
