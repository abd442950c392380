import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { answered, everyItem } from '#client/client';
import { type components } from '#client/openapi';
import { api, client } from '~/api/api';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { type Bilingual, usePicked } from '~/parts/picked';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { documentWords } from './words';

type Unfinished = components['schemas']['DocumentList']['unfinished'][number];

const MOST_SHOWN = 10;

/** Lines of the ledger whose documents are still to be made; nothing where there are none. */
export function UnfinishedPanel({ contract }: { readonly contract: string }) {
  const t = useWords(documentWords);
  const { clock } = useContract();
  const { data } = api.useQuery('get', '/api/v1/contracts/{contract}/documents', {
    params: { path: { contract }, query: { limit: 1 } },
  });
  const [isWhole, setWhole] = useState(false);
  const lines = (data?.unfinished ?? []).toReversed();
  if (lines.length === 0) return null;
  const shown = isWhole ? lines : lines.slice(0, MOST_SHOWN);
  return (
    <Panel
      title={t('unfinished')}
      about={clock === 'manual' ? t('unfinishedRehearsal') : t('unfinishedReal')}
    >
      <Lines contract={contract} lines={shown} />
      {shown.length < lines.length && (
        <Button block className="form-end" onClick={() => setWhole(true)}>
          {t('moreLines', { count: lines.length })}
        </Button>
      )}
    </Panel>
  );
}

interface LinesProps {
  readonly contract: string;
  readonly lines: readonly Unfinished[];
}

function Lines({ contract, lines }: LinesProps) {
  const t = useWords(documentWords);
  const make = useAct({
    act: (sequence: number) =>
      answered(
        client.GET('/api/v1/contracts/{contract}/documents', {
          params: { path: { contract }, query: { sequence } },
        }),
      ),
    done: t('made'),
  });
  const texts = useTexts(contract, lines);
  const columns = useLineColumns(texts, make);
  return (
    <>
      <DataTable
        caption={t('unfinished')}
        columns={columns}
        rows={lines}
        rowKey={({ sequence }) => sequence}
      />
      {make.error !== null && <ProblemAlert error={make.error} />}
    </>
  );
}

type Texts = ReadonlyMap<number, Bilingual> | undefined;

interface Make {
  readonly isPending: boolean;
  readonly variables: number | undefined;
  readonly mutate: (sequence: number) => void;
}

function useLineColumns(texts: Texts, make: Make): Column<Unfinished>[] {
  const t = useWords(documentWords);
  const picked = usePicked();
  return [
    { key: 'line', title: t('line'), isExtra: true, cell: ({ sequence }) => sequence },
    {
      key: 'what',
      title: t('what'),
      cell: ({ sequence }) => {
        const text = texts?.get(sequence);
        return text ? picked(text) : `${t('line')} ${sequence}`;
      },
    },
    {
      key: 'state',
      title: t('state'),
      cell: ({ status, attempts, error }) => (
        <span title={error ?? undefined}>{t(`states.${status}`, { attempts })}</span>
      ),
    },
    {
      key: 'make',
      title: '',
      cell: ({ sequence, status }) =>
        status === 'asleep' && (
          <Button
            size="small"
            aria-label={t('makeOf', { line: String(sequence) })}
            loading={make.isPending && make.variables === sequence}
            onClick={() => make.mutate(sequence)}
          >
            {t('make')}
          </Button>
        ),
    },
  ];
}

/** What happened in these lines, in sentences: the timeline is read from its latest on until all are found. */
function useTexts(contract: string, lines: readonly Unfinished[]) {
  const last = lines.at(-1)?.sequence ?? 0;
  const { data } = useQuery({
    queryKey: ['texts', contract, last],
    staleTime: Infinity,
    queryFn: async () => {
      const texts = new Map<number, Bilingual>();
      const page = async (query: { cursor?: string; limit: number }) => {
        const params = { path: { contract }, query: { ...query, upcoming: 1 } };
        return (await answered(client.GET('/api/v1/contracts/{contract}/timeline', { params }))).past;
      };
      for await (const { sequence, text } of everyItem(page)) {
        if (sequence < last) break;
        texts.set(sequence, text);
      }
      return texts;
    },
  });
  return data;
}
