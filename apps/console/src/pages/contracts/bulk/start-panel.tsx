import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Flex, Radio } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '~/api/api';
import { DataTable } from '~/parts/data-table';
import { FileDrop } from '~/parts/file-drop';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Secondary } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { readUpload, Unreadable, type UploadLine } from './read-upload';
import { SampleButton } from './sample';
import { type Goal, startContracts } from './start';
import { bulkWords } from './words';
import '../new/new.css';

interface Chosen {
  readonly name: string;
  readonly lines: readonly UploadLine[];
}

/** How many contracts of a file are shown before it is sent. */
const SHOWN = 5;

/** A file of contracts is chosen, looked at, and started. */
export function StartPanel() {
  const t = useWords(bulkWords);
  const { chosen, fault, choose, clear } = useChosen();
  return (
    <Panel title={t('start')} about={t('startHelp')} extra={<SampleButton />}>
      {chosen === null && (
        <FileDrop
          label={t('drop')}
          help={t('dropHelp')}
          accept=".csv,.json,.jsonl,.ndjson"
          onFile={(file) => void choose(file)}
        />
      )}
      {fault !== null && (
        <Alert className="form-end" type="error" showIcon title={t('unreadable')} description={fault} />
      )}
      {chosen !== null && <Preview chosen={chosen} onClear={clear} />}
    </Panel>
  );
}

function useChosen() {
  const t = useWords(bulkWords);
  const integers = useIntegers();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const choose = async (file: File) => {
    setFault(null);
    try {
      const lines = await readUpload(file, integers);
      if (lines.length === 0) setFault(t('empty'));
      else setChosen({ name: file.name, lines });
    } catch (error) {
      setFault(error instanceof Unreadable ? t('unreadableAt', { where: error.message }) : t('empty'));
    }
  };
  return { chosen, fault, choose, clear: () => setChosen(null) };
}

/** A cell is a text: which parameters of a template are numbers, its definition says. */
function useIntegers() {
  const queries = useQueryClient();
  return async (template: string): Promise<ReadonlySet<string>> => {
    const options = api.queryOptions('get', '/api/v1/templates/{template}', {
      params: { path: { template } },
    });
    // A template that there is not is refused by the API, for its line.
    const found = await queries.fetchQuery({ ...options, retry: false }).catch(() => null);
    const numbers = found?.parameters.filter(({ type }) => type === 'integer') ?? [];
    return new Set(numbers.map(({ name }) => name));
  };
}

interface PreviewProps {
  readonly chosen: Chosen;
  readonly onClear: () => void;
}

function Preview({ chosen: { name, lines }, onClear }: PreviewProps) {
  const t = useWords(bulkWords);
  const common = useWords(commonWords);
  const navigate = useNavigate();
  const [goal, setGoal] = useState<Goal>('draft');
  const start = useAct({
    act: (_, client) => startContracts(client, lines, goal),
    onDone: ({ id }) => void navigate({ to: '/contracts/bulk/$operation', params: { operation: id } }),
  });
  return (
    <Flex vertical gap="middle">
      <strong>{t('inFile', { name, count: lines.length })}</strong>
      <Lines lines={lines} />
      <Radio.Group className="choices" value={goal} onChange={({ target }) => setGoal(target.value as Goal)}>
        {(['draft', 'send'] as const).map((each) => (
          <Radio key={each} value={each} className="choice">
            <strong>{t(`goal.${each}`)}</strong>
            <span className="choice-help">{t(`goalHelp.${each}`)}</span>
          </Radio>
        ))}
      </Radio.Group>
      {start.error !== null && <ProblemAlert error={start.error} />}
      <Flex gap="small" wrap>
        <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
          {t('startNow', { count: lines.length })}
        </Button>
        <Button disabled={start.isPending} onClick={onClear}>
          {common('cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}

function Lines({ lines }: { readonly lines: readonly UploadLine[] }) {
  const t = useWords(bulkWords);
  return (
    <div>
      <DataTable
        caption={t('lines')}
        rows={lines.slice(0, SHOWN)}
        rowKey={({ number }) => number}
        columns={[
          { key: 'number', title: t('number'), cell: ({ number }) => number },
          { key: 'reference', title: t('reference'), cell: ({ reference }) => reference || '–' },
          { key: 'client', title: t('client'), cell: ({ client }) => client || '–' },
          { key: 'template', title: t('template'), isExtra: true, cell: ({ template }) => template || '–' },
        ]}
      />
      {lines.length > SHOWN && <Secondary>{t('others', { count: lines.length - SHOWN })}</Secondary>}
    </div>
  );
}
