import { useState } from 'react';
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
import { FileEditor } from './file-editor';
import { type Files, jsonOf } from './files';
import { LiveRehearsal } from './rehearsal';
import { Overrides } from './overrides';
import { type Override, withParameters } from './variant-files';
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
  const isChanged = files !== saved;
  const { template, version, revision, base } = data;
  useBlocker({
    shouldBlockFn: () => isChanged && !window.confirm(t('unsaved')),
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
  const parameters = jsonOf(files['variant.json'])['parameters'];
  return (
    <>
      <Panel
        title={t('tabEdit')}
        about={t('editHelp')}
        extra={
          <Flex gap="small" align="center">
            {isChanged && <Warning>{t('unsaved')}</Warning>}
            <Button
              type="primary"
              disabled={!isChanged}
              loading={save.isPending}
              onClick={() => save.mutate()}
            >
              {t('save')}
            </Button>
          </Flex>
        }
      >
        {save.error !== null && <ProblemAlert error={save.error} />}
      </Panel>
      {base && (
        <Overrides
          base={base}
          overrides={(parameters ?? {}) as Readonly<Record<string, Override>>}
          onChange={(next) => setFiles(withParameters(files, next))}
        />
      )}
      <LiveRehearsal template={template} version={version} files={isChanged ? files : undefined} />
      <FileEditor files={files} onChange={setFiles} />
    </>
  );
}
