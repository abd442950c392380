import { useMemo, useRef, useState } from 'react';
import { useBlocker } from '@tanstack/react-router';
import { Button, Flex } from 'antd';
import { answered } from '#client/client';
import { api, client, problemOf } from '~/api/api';
import { Asked } from '~/parts/asked';
import { useFaultWords } from '~/parts/fault-words';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Warning } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { ClauseEditor } from './clause-editor';
import './editor.css';
import { FileEditor } from './file-editor';
import { LiveChecks } from './live-checks';
import { type Files } from './files';
import { LiveRehearsal } from './rehearsal';
import { Overrides } from './overrides';
import { fileFaults } from './rules/file-faults';
import { OwnFiles, useDifferences } from './rules/own-files';
import { useNames } from './rules/parameter-names';
import { useRehearsal } from './use-rehearsal';
import { overridesOf, withParameters } from './variant-files';
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
  const [files, setFiles] = useState(saved);
  const [chosen, setChosen] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const isChanged = files !== saved;
  const { template, version, base } = data;
  const said = useDifferences(files, base);
  const save = useSave(data, said, isChanged);
  const rehearsal = useRehearsal({ template, version, files: isChanged ? said : undefined });
  const names = useNames(files, base);
  const faults = useFileFaults(save.error, files);
  const onOpen = (file: string) => {
    setChosen(file);
    place.current?.scrollIntoView();
  };
  return (
    <div className="draft">
      <div className="draft-main">
        <SavePanel isChanged={isChanged} save={save} />
        {base && (
          <Overrides
            base={base}
            overrides={overridesOf(files)}
            onChange={(next) => setFiles(withParameters(files, next))}
          />
        )}
        {base && <OwnFiles {...{ base, files, onOpen }} onChange={setFiles} />}
        <ClauseEditor base={base} files={files} onChange={setFiles} rehearsal={rehearsal} />
        <div ref={place} className="draft-files">
          <FileEditor {...{ files, chosen, faults, names }} onChange={setFiles} onChoose={setChosen} />
        </div>
      </div>
      <Following {...{ template, version, isChanged, rehearsal, onOpen }} files={said} />
    </div>
  );
}

/** What the last save was refused for, in the language of the page, at the files as they are now. */
function useFileFaults(error: unknown, files: Files) {
  const say = useFaultWords(error !== null);
  return useMemo(
    () => fileFaults(problemOf(error)?.errors ?? [], Object.keys(files), say),
    [error, files, say],
  );
}

interface FollowingProps extends Pick<Version, 'template' | 'version'> {
  readonly files: Files;
  readonly isChanged: boolean;
  readonly rehearsal: ReturnType<typeof useRehearsal>;
  readonly onOpen: (file: string) => void;
}

/** What follows what is typed, beside it. */
function Following({ rehearsal, ...rest }: FollowingProps) {
  const t = useWords(templateWords);
  return (
    <aside className="draft-checks" aria-label={t('draftChecks')}>
      <LiveChecks {...rest} />
      <LiveRehearsal rehearsal={rehearsal} />
    </aside>
  );
}

function useSave({ template, version, revision }: Version, files: Files, isChanged: boolean) {
  const t = useWords(templateWords);
  useBlocker({
    // Another tab of the same page leaves nothing behind.
    shouldBlockFn: ({ current, next }) =>
      isChanged && current.pathname !== next.pathname && !window.confirm(t('unsaved')),
    enableBeforeUnload: isChanged,
  });
  return useAct({
    act: () =>
      answered(
        client.PUT('/api/v1/templates/{template}/versions/{version}/package', {
          params: { path: { template, version }, query: { revision } },
          body: { files },
        }),
      ),
    done: t('saved'),
  });
}

interface SaveProps {
  readonly save: ReturnType<typeof useSave>;
  readonly isChanged: boolean;
}

function SavePanel({ save, isChanged }: SaveProps) {
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
