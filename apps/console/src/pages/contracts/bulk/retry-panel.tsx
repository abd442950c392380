import { Button, Flex } from 'antd';
import { everyItem } from '#client/client';
import { useMay } from '~/api/policy';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { saveBytes } from '~/parts/save-file';
import { Teach } from '~/parts/teach';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { keptLines } from './kept-lines';
import { type UploadLine } from './read-upload';
import { resultsPage } from './results';
import { type Operation, startContracts } from './start';
import { bulkWords } from './words';

interface Props {
  readonly operation: Operation;
  readonly onStarted: (operation: string) => void;
}

/** Those that failed: once more as they are, or as a file to be corrected. */
export function RetryPanel({ operation: { id, goal, failed }, onStarted }: Props) {
  const t = useWords(bulkWords);
  const mayStart = useMay()('POST /api/v1/operations/contract-starts');
  const lines = keptLines(id);
  const retry = useAct({
    act: async (_, client) => startContracts(client, await failedOf(id, lines ?? []), goal),
    onDone: ({ id: next }) => onStarted(next),
  });
  const save = useAct({ act: async () => saveLines(`${id}.ndjson`, await failedOf(id, lines ?? [])) });
  if (!mayStart) return null;
  return (
    <Panel title={t('retryTitle', { failed })} about={t('retryHelp')}>
      {lines === undefined ? (
        <Teach title={t('notKept')} help={t('notKeptHelp')} />
      ) : (
        <Flex vertical gap="small">
          <Flex wrap gap="small">
            <Button type="primary" loading={retry.isPending} onClick={() => retry.mutate()}>
              {t('retry', { failed })}
            </Button>
            <Button loading={save.isPending} onClick={() => save.mutate()}>
              {t('saveFailed')}
            </Button>
          </Flex>
          {retry.error !== null && <ProblemAlert error={retry.error} />}
          {save.error !== null && <ProblemAlert error={save.error} />}
        </Flex>
      )}
    </Panel>
  );
}

/** Of what was uploaded: the lines that failed and made no contract. A draft that was made is sent from its own page. */
async function failedOf(operation: string, lines: readonly UploadLine[]): Promise<UploadLine[]> {
  const failed = new Set<number>();
  const results = everyItem((page) => resultsPage(operation, { status: 'failed', ...page }));
  for await (const { number, contract } of results) if (contract === null) failed.add(number);
  return lines.filter(({ number }) => failed.has(number));
}

function saveLines(name: string, lines: readonly UploadLine[]): void {
  const text = lines.map((line) => `${line.text}\n`).join('');
  saveBytes(new TextEncoder().encode(text), name, 'application/x-ndjson');
}
