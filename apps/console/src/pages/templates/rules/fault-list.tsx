import { useMemo } from 'react';
import { Alert, Button, Flex } from 'antd';
import { useWords } from '~/words/words';
import { type Files } from '../files';
import { type FileFault, faultLine } from './file-faults';
import { ruleWords } from './words';

interface ChipsProps {
  readonly faults: readonly FileFault[];
  readonly onChoose: (file: string) => void;
}

/** Which files the last refused save found wrong, each to be gone to. */
export function FaultChips({ faults, onChoose }: ChipsProps) {
  const t = useWords(ruleWords);
  const files = [...new Set(faults.map(({ file }) => file))];
  if (files.length === 0) return null;
  return (
    <Flex className="chips" gap="small" wrap align="center" role="group" aria-label={t('faultsIn')}>
      <span className="text-danger">{t('faultsIn')}</span>
      {files.map((file) => (
        <Button key={file} danger size="small" onClick={() => onChoose(file)}>
          {t('faultsOf', { file, count: countOf(faults, file) })}
        </Button>
      ))}
    </Flex>
  );
}

/** How many faults a file has. */
export function countOf(faults: readonly FileFault[], file: string): number {
  return faults.filter((each) => each.file === file).length;
}

interface ListProps {
  readonly files: Files;
  readonly file: string;
  readonly faults: readonly FileFault[];
}

/** What was found wrong with a file, with the lines that it stands in now. */
export function FaultList({ files, file, faults }: ListProps) {
  const t = useWords(ruleWords);
  const text = files[file] ?? '';
  const own = useMemo(
    () =>
      faults
        .filter((each) => each.file === file)
        .map((fault) => ({ ...fault, line: faultLine(text, fault) })),
    [faults, file, text],
  );
  if (own.length === 0) return null;
  return (
    <Alert
      type="error"
      className="form-end"
      title={t('faultsIn')}
      description={
        <ul className="problem-members">
          {own.map(({ line, path, message }) => (
            <li key={`${path} ${message}`}>
              {t('line', { line: String(line) })} {path && <code>{path}</code>}: {message}
            </li>
          ))}
        </ul>
      }
    />
  );
}
