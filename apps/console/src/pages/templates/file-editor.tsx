import { useState } from 'react';
import { Button, Flex, Input, Select } from 'antd';
import { CodeEditor } from '~/parts/code-editor/code-editor';
import { Panel } from '~/parts/panel';
import { useLanguage, useWords } from '~/words/words';
import { type Files } from './files';
import { schemaOf } from './schemas';
import { templateWords } from './words';

interface Props {
  readonly files: Files;
  readonly onChange: (files: Files) => void;
  /** The file that is open; null: the manifest. */
  readonly chosen: string | null;
  readonly onChoose: (file: string) => void;
}

const MANIFESTS: readonly string[] = ['variant.json', 'template.json'];

/** The files of a package as text, one at a time. */
export function FileEditor({ files, onChange, chosen, onChoose }: Props) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const paths = Object.keys(files).sort();
  const [wanted, setWanted] = useState('');
  const manifest = paths.find((each) => MANIFESTS.includes(each));
  const path = chosen !== null && chosen in files ? chosen : (manifest ?? paths[0] ?? '');
  const add = () => {
    const name = wanted.trim();
    if (name === '') return;
    if (!(name in files)) onChange({ ...files, [name]: '' });
    onChoose(name);
    setWanted('');
  };
  const remove = () => onChange(Object.fromEntries(Object.entries(files).filter(([each]) => each !== path)));
  return (
    <Panel title={t('files')} about={t('filesHelp')}>
      <Flex gap="small" wrap>
        <Select
          className="wide-field"
          aria-label={t('file')}
          value={path}
          options={paths.map((value) => ({ value, label: value }))}
          onChange={onChoose}
        />
        <Button onClick={remove} danger disabled={paths.length < 2}>
          {t('remove')}
        </Button>
        <Input
          className="value-field"
          aria-label={t('newFile')}
          placeholder="clauses/en.md"
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
          onPressEnter={add}
        />
        <Button onClick={add}>{t('newFile')}</Button>
      </Flex>
      <div className="form-end">
        <CodeEditor
          key={path}
          label={t('content', { file: path })}
          language={path.endsWith('.json') ? 'json' : 'markdown'}
          schema={schemaOf(path, language)}
          value={files[path] ?? ''}
          onChange={(text) => onChange({ ...files, [path]: text })}
        />
      </div>
    </Panel>
  );
}
