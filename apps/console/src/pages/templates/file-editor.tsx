import { useMemo, useState } from 'react';
import { Button, Flex, Input, Segmented, Select } from 'antd';
import { DERIVED_BINDINGS } from '#templates/bindings';
import { CodeEditor } from '~/parts/code-editor/code-editor';
import { Panel } from '~/parts/panel';
import { useLanguage, useWords } from '~/words/words';
import { type Files, manifestOf } from './files';
import { countOf, FaultChips, FaultList } from './rules/fault-list';
import { type FileFault } from './rules/file-faults';
import { FileForm, formOf } from './rules/file-form';
import { type Names, withUsual } from './rules/parameter-names';
import { ruleWords } from './rules/words';
import { schemaOf } from './schemas';
import { templateWords } from './words';

interface Props {
  readonly files: Files;
  readonly onChange: (files: Files) => void;
  /** The file that is open; null: the manifest. */
  readonly chosen: string | null;
  readonly onChoose: (file: string) => void;
  /** What the last refused save found wrong. */
  readonly faults: readonly FileFault[];
  readonly names: Names;
}

/** The files of a package, one at a time: as a form or a table where there is one, and as text. */
export function FileEditor(props: Props) {
  const { files, chosen, faults, onChoose } = props;
  const t = useWords(templateWords);
  const paths = Object.keys(files).sort();
  const path = chosen !== null && chosen in files ? chosen : manifestOf(files);
  return (
    <Panel title={t('files')} about={t('filesHelp')}>
      <FaultChips faults={faults} onChoose={onChoose} />
      <Choice {...props} path={path} paths={paths} />
      <FaultList files={files} file={path} faults={faults} />
      <Content key={path} {...props} path={path} />
    </Panel>
  );
}

function Choice(props: Props & { readonly path: string; readonly paths: readonly string[] }) {
  const { files, path, paths, faults, onChange, onChoose } = props;
  const t = useWords(templateWords);
  const [wanted, setWanted] = useState('');
  const add = () => {
    const name = wanted.trim();
    if (name === '') return;
    if (!(name in files)) onChange({ ...files, [name]: '' });
    onChoose(name);
    setWanted('');
  };
  const remove = () => onChange(Object.fromEntries(Object.entries(files).filter(([each]) => each !== path)));
  return (
    <Flex gap="small" wrap>
      <Select
        className="wide-field"
        aria-label={t('file')}
        value={path}
        options={paths.map((value) => ({ value, label: labelOf(value, countOf(faults, value)) }))}
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
  );
}

function labelOf(file: string, faults: number): string {
  return faults === 0 ? file : `⚠ ${file} (${faults})`;
}

function Content({ files, path, faults, names, onChange }: Props & { readonly path: string }) {
  const t = useWords(ruleWords);
  const form = formOf(path);
  const [view, setView] = useState<'form' | 'json'>('form');
  const change = (text: string) => onChange({ ...files, [path]: text });
  return (
    <div className="form-end">
      {form && (
        <Segmented
          className="file-view"
          aria-label={t('view', { file: path })}
          value={view}
          options={[
            { value: 'form', label: t(form === 'ruleSet' ? 'form' : 'table') },
            { value: 'json', label: t('json') },
          ]}
          onChange={setView}
        />
      )}
      {form && view === 'form' ? (
        <FileForm
          file={path}
          text={files[path] ?? ''}
          names={names}
          unreadable={<p className="text-danger">{t('noForm')}</p>}
          onChange={change}
          onUsual={(name, value) => onChange(withUsual(files, names, name, value))}
        />
      ) : (
        <Code path={path} text={files[path] ?? ''} faults={faults} names={names} onChange={change} />
      )}
    </div>
  );
}

interface CodeProps extends Pick<Props, 'faults' | 'names'> {
  readonly path: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function Code({ path, text, faults, names, onChange }: CodeProps) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const own = useMemo(() => faults.filter(({ file }) => file === path), [faults, path]);
  const completions = useMemo(
    () => [
      ...names.parameters.map(({ name, label }) => ({ name, about: label[language] ?? name })),
      ...DERIVED_BINDINGS.map((name) => ({ name })),
    ],
    [names, language],
  );
  return (
    <CodeEditor
      label={t('content', { file: path })}
      language={path.endsWith('.json') ? 'json' : 'markdown'}
      schema={schemaOf(path, language)}
      completions={completions}
      faults={own}
      value={text}
      onChange={onChange}
    />
  );
}
