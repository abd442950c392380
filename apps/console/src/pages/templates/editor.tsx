import { useRef, useState } from 'react';
import { useBlocker } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { answered } from '#client/client';
import { api, client } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Warning } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { ClauseEditor } from './clause-editor';
import './editor.css';
import { FileEditor } from './file-editor';
import { LiveChecks } from './live-checks';
import { type Files, jsonOf } from './files';
import { LiveRehearsal } from './rehearsal';
import { Overrides } from './overrides';
import { type Override, withParameters } from './variant-files';
import { useRehearsal } from './use-rehearsal';
import { type Version } from './version-page';
import { templateWords } from './words';

/** The files of a draft, and for a variant its parameters as a form. What is typed stays until it is saved. */
export function Editor({ data }: { readonly data: Version }) {
  const { template, version } = data;
  const query = api.useQuery('get', '/api/v1/templates/{template}/versions/{version}/package', {
    params: { path: { template, version } },
  });
  return <Asked query={query}>{({ files }) => <Draft data={data} saved={files} />}</Asked>;
}

function Draft({ data, saved }: { readonly data: Version; readonly saved: Files }) {
  const t = useWords(templateWords);
  const [files, setFiles] = useState(saved);
  const [chosen, setChosen] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const isChanged = files !== saved;
  const onOpen = (file: string) => {
    setChosen(file);
    place.current?.scrollIntoView();
  };
  const { template, version, revision, base } = data;
  useBlocker({
    // Another tab of the same page leaves nothing behind.
    shouldBlockFn: ({ current, next }) =>
      isChanged && current.pathname !== next.pathname && !window.confirm(t('unsaved')),
    enableBeforeUnload: isChanged,
  });
  const save = useAct({
    act: () =>
      answered(
        client.PUT('/api/v1/templates/{template}/versions/{version}/package', {
          params: { path: { template, version }, query: { revision } },
          body: { files },
        }),
      ),
    done: t('saved'),
  });
  const rehearsal = useRehearsal({ template, version, files: isChanged ? files : undefined });
  const parameters = jsonOf(files['variant.json'])['parameters'];
  return (
    <div className="draft">
      <div className="draft-main">
        <SavePanel isChanged={isChanged} save={save} />
        {base && (
          <Overrides
            base={base}
            overrides={(parameters ?? {}) as Readonly<Record<string, Override>>}
            onChange={(next) => setFiles(withParameters(files, next))}
          />
        )}
        <ClauseEditor base={base} files={files} onChange={setFiles} rehearsal={rehearsal} />
        <div ref={place} className="draft-files">
          <FileEditor files={files} onChange={setFiles} chosen={chosen} onChoose={setChosen} />
        </div>
      </div>
      <aside className="draft-checks" aria-label={t('draftChecks')}>
        <LiveChecks {...{ template, version, files, isChanged, onOpen }} />
        <LiveRehearsal rehearsal={rehearsal} />
      </aside>
    </div>
  );
}

interface SaveProps {
  readonly isChanged: boolean;
  readonly save: {
    readonly mutate: () => void;
    readonly isPending: boolean;
    readonly error: unknown;
  };
}

function SavePanel({ isChanged, save }: SaveProps) {
  const t = useWords(templateWords);
  return (
    <Panel
      title={t('tabEdit')}
      about={t('editHelp')}
      extra={
        <Flex gap="small" align="center">
          {isChanged && <Warning>{t('unsaved')}</Warning>}
          <Button type="primary" disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate()}>
            {t('save')}
          </Button>
        </Flex>
      }
    >
      {save.error !== null && <ProblemAlert error={save.error} />}
    </Panel>
  );
}
