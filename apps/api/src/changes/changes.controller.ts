import { Controller, type MessageEvent, Query, Sse } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EMPTY, filter, fromEvent, interval, map, merge, type Observable, takeUntil, timer } from 'rxjs';
import { z } from 'zod';
import { WhoCalls } from '../access/call.js';
import { type Caller, reaches } from '../access/caller.js';
import { Patience } from '../commands/patience.js';
import { Changes } from './changes.js';

/** A stream without a word for longer is taken for dead on the way. */
const PING_MILLISECONDS = 20_000;
const LONGEST_SECONDS = 600;

const changesQuery = z.strictObject({
  forSeconds: z.coerce
    .number()
    .int()
    .min(1)
    .max(LONGEST_SECONDS)
    .default(LONGEST_SECONDS)
    .meta({ description: 'When the stream ends; whoever wants more opens another' }),
});

/** What pages keep themselves up to date by. */
@ApiTags('webhooks')
@Controller('api/v1/changes')
export class ChangesController {
  constructor(
    private readonly changes: Changes,
    private readonly patience: Patience,
  ) {}

  /** It ends by itself, so that who may listen is asked again. */
  @Sse()
  @ApiOperation({
    summary:
      'Which contracts change, as it happens: server-sent events `change` with `{"contract","sequence"}`, rehearsals included. For programs that must miss nothing there are /events and webhooks',
  })
  @ApiOkResponse({
    description: 'Events until the stream ends',
    content: { 'text/event-stream': { schema: { type: 'string' } } },
  })
  stream(
    @WhoCalls() caller: Caller,
    @Query({ schema: changesQuery }) { forSeconds }: z.infer<typeof changesQuery>,
  ): Observable<MessageEvent> {
    const { draining } = this.patience;
    // Whoever comes back at once gets through to another process, sooner or later.
    if (draining.aborted) return EMPTY;
    const changes = this.changes.watch().pipe(
      filter(({ clientId }) => reaches(caller, clientId)),
      map(({ contract, sequence }) => ({ type: 'change', data: { contract, sequence } })),
    );
    const pings = interval(PING_MILLISECONDS).pipe(map(() => ({ type: 'ping', data: '' })));
    const end = merge(timer(forSeconds * 1000), fromEvent(draining, 'abort'));
    return merge(changes, pings).pipe(takeUntil(end));
  }
}
