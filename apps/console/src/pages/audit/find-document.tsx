import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex, Input } from 'antd';
import { answered, PactaError } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { FileDrop } from '~/parts/file-drop';
import { HashText } from '~/parts/hash-text';
import { Panel } from '~/parts/panel';
import { useFormats } from '~/words/formats';
import { isOneOf } from '~/words/sla';
import { useWords } from '~/words/words';
import { documentWords } from './document-words';
import { hashOf } from './hash-of';
import { HereProblem } from './here-problem';
import { proofWords } from './proof-words';

interface Answer {
  readonly sha256: string;
  /** Null where no contract in reach has it. */
  readonly found: components['schemas']['FoundDocument'] | null;
}

/** Whether a file was issued here: it is hashed in the page, and only its hash is asked for. */
export function FindDocument() {
  const t = useWords(proofWords);
  const id = useId();
  const [typed, setTyped] = useState('');
  const find = useMutation({ mutationFn: lookUp });
  const byHash = () => typed.trim() !== '' && find.mutate(typed.trim());
  return (
    <Panel title={t('find')} about={t('findAbout')}>
      <FileDrop
        label={t('dropDocument')}
        help={t('dropDocumentHelp')}
        isBusy={find.isPending}
        onFile={(file) => find.mutate(file)}
      />
      <div className="audit-field form-end">
        <label htmlFor={id}>{t('hashField')}</label>
        <Flex gap="small">
          <Input
            id={id}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onPressEnter={byHash}
            placeholder="sha256:…"
          />
          <Button loading={find.isPending} onClick={byHash}>
            {t('look')}
          </Button>
        </Flex>
      </div>
      <div aria-live="polite" className="form-end">
        {find.error !== null && <HereProblem error={find.error} />}
        {find.data && <Found answer={find.data} />}
      </div>
    </Panel>
  );
}

async function lookUp(wanted: File | string): Promise<Answer> {
  const sha256 =
    typeof wanted === 'string'
      ? `sha256:${wanted.replace(/^sha256:/, '')}`
      : await hashOf(new Uint8Array(await wanted.arrayBuffer()));
  try {
    const found = await answered(
      client.GET('/api/v1/documents/by-hash/{sha256}', { params: { path: { sha256 } } }),
    );
    return { sha256, found };
  } catch (error) {
    if (error instanceof PactaError && error.problem?.code === 'unknownDocument')
      return { sha256, found: null };
    throw error;
  }
}

function Found({ answer: { sha256, found } }: { readonly answer: Answer }) {
  const t = useWords(proofWords);
  const kinds = useWords(documentWords);
  const formats = useFormats();
  if (!found)
    return (
      <Alert
        type="warning"
        showIcon
        title={t('notFound')}
        description={
          <>
            {t('notFoundHelp')} <HashText hash={sha256} />
          </>
        }
      />
    );
  const { kind, contract, issuedAt, address, fileName, number, key } = found;
  const name = isOneOf(documentWords.en, kind) ? kinds(kind) : kind;
  return (
    <Alert
      type="success"
      showIcon
      title={t('found', { kind: name, contract, at: formats.instant(issuedAt) })}
      description={
        <>
          {[number, key, fileName].filter((part) => part !== null).join(' · ')} <HashText hash={sha256} />{' '}
          <a href={address} target="_blank" rel="noreferrer">
            {t('openIt')}
          </a>
        </>
      }
    />
  );
}
