import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { INTERFERENCE_KINDS } from '#histories/interference';
import { bothLanguages, count, instantOut, nameIn, pageOut, listQuery, pageQuery } from '../http/fields.js';

const RUN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const historyParams = closedObject({
  contract: nameIn,
  run: z.string().regex(RUN, { error: 'allowed is the id of a run, a UUID' }),
});

export const historyListQuery = closedObject(listQuery('asc'));

/** One way only: a page reads the runs that reach into it, from the first one on. */
export const happeningsQuery = closedObject(pageQuery);

const isComplete = z.boolean().meta({
  description:
    'False while Temporal does not answer, or a run cannot be read: what is missing then is left out',
});

const temporalUi = z.string().nullable().meta({
  description: "The run in Temporal's own pages; null where PACTA_TEMPORAL_UI_URL is not set",
  example: 'http://127.0.0.1:8233/namespaces/default/workflows/contract%2FC-1/0199-…/history',
});

const runOut = z
  .strictObject({
    workflow: z.string().meta({ example: 'contract/C-2026-0001' }),
    run: z.string(),
    owner: z.string().meta({ description: 'Whose it is: `contract`, or `request/NAME`' }),
    isExported: z.boolean(),
    place: count.nullable().meta({ description: 'Among the exported runs of its workflow, from 1' }),
    firstRun: z.string().nullable().meta({ description: 'The first run of its chain' }),
    previousRun: z.string().nullable().meta({ description: 'The run it continues, or was reset from' }),
    nextRun: z.string().nullable().meta({ description: 'The run it continued as' }),
    status: z
      .enum(['completed', 'continuedAsNew', 'failed', 'timedOut', 'canceled', 'terminated'])
      .nullable()
      .meta({ description: 'How it ended; null while it is open, or not exported' }),
    events: count.nullable(),
    startedAt: instantOut,
    closedAt: instantOut.nullable(),
    sha256: z
      .string()
      .nullable()
      .meta({ description: 'Over the very bytes that the address of the run sends' }),
    size: count.nullable(),
    exportedAt: instantOut.nullable(),
    address: z.string(),
    temporalUi,
  })
  .meta({ id: 'HistoryRun' });

export const runPage = z
  .strictObject({ ...pageOut(runOut).shape, isComplete })
  .meta({ id: 'HistoryRunPage' });

export const runKey = z.strictObject({ runId: z.string() });

/** A history as Temporal's own tools read it. */
export const rawHistory = z
  .looseObject({ events: z.array(z.looseObject({ eventId: z.string(), eventType: z.string() })) })
  .meta({ id: 'RawHistory' });

const toldLine = z.strictObject({
  sequence: count.meta({ description: 'The entry of the ledger' }),
  kind: z.string(),
  at: instantOut.meta({ description: 'When it counts' }),
  actor: z.string(),
  clause: z.string(),
  text: bothLanguages,
  receipts: z.array(
    z.strictObject({
      id: z.string().meta({ example: '12-penalty' }),
      facts: z.array(
        z.strictObject({
          name: z.string(),
          value: z.unknown(),
          sources: z.array(count).meta({ description: 'The entries that say it; none where the terms do' }),
        }),
      ),
    }),
  ),
});

const happeningOut = z
  .strictObject({
    at: instantOut.meta({ description: 'When the workflow did it' }),
    workflow: z.string(),
    run: z.string(),
    events: z.array(z.string()).meta({ description: 'The events of the run that tell of it' }),
    temporalUi,
    kind: z.enum(['begun', 'turn', 'refused', 'unreadable', 'continued', 'ended', 'interference']),
    interference: z.enum(INTERFERENCE_KINDS).nullable(),
    actor: z.string().nullable().meta({
      description: 'Who acted: of a command its actor, `system` where a deadline passed',
    }),
    identity: z.string().nullable().meta({ description: 'Who called, as Temporal was told' }),
    text: bothLanguages.meta({ description: 'What happened' }),
    command: z
      .strictObject({ id: z.string(), type: z.string(), said: z.unknown() })
      .nullable()
      .meta({ description: 'What was told; null where no stored command asked for it' }),
    lines: z.array(toldLine).meta({ description: 'What it wrote, why, and on which facts' }),
  })
  .meta({ id: 'Happening' });

export const happeningPage = z
  .strictObject({ ...pageOut(happeningOut).shape, isComplete })
  .meta({ id: 'HappeningPage' });

export const happeningKey = z.strictObject({
  moment: z.string(),
  runId: z.string(),
  eventId: z.string(),
  kind: z.string(),
});
