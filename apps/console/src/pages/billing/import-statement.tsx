import { useRef, useState } from 'react';
import { App, Button, Form, Input, Modal } from 'antd';
import { answered, type PactaClient } from '#client/client';
import { ProblemAlert } from '~/parts/problem-alert';
import { Secondary } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { base64Of } from './base64';
import { billingWords } from './words';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Takes a bank's file. What kind it is, its name says; how its text is encoded, the server finds out. */
export function ImportStatement({ isOpen, onClose }: Props) {
  const t = useWords(billingWords);
  const { message } = App.useApp();
  const [file, setFile] = useState<File | null>(null);
  const [account, setAccount] = useState('');
  const send = useAct({
    act: ({ chosen }: { readonly chosen: File }, client) => importFile(client, chosen, account),
    onDone: ({ new: fresh, known }) => {
      void message.success(t('importDone', { fresh, known }));
      setFile(null);
      onClose();
    },
  });
  return (
    <Modal
      open={isOpen}
      title={t('import')}
      okText={t('importNow')}
      okButtonProps={{ disabled: file === null }}
      confirmLoading={send.isPending}
      onOk={() => file && send.mutate({ chosen: file })}
      onCancel={onClose}
    >
      <p className="text-secondary">{t('importHelp')}</p>
      <Form layout="vertical">
        <ChooseFile file={file} onChosen={setFile} />
        <Form.Item label={t('csvAccount')} htmlFor="import-account">
          <Input id="import-account" value={account} onChange={({ target }) => setAccount(target.value)} />
        </Form.Item>
      </Form>
      {send.error !== null && <ProblemAlert error={send.error} />}
    </Modal>
  );
}

function ChooseFile({
  file,
  onChosen,
}: {
  readonly file: File | null;
  readonly onChosen: (file: File | null) => void;
}) {
  const t = useWords(billingWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <Form.Item label={t('file')} htmlFor="import-file">
      <input
        ref={input}
        id="import-file"
        className="only-read"
        type="file"
        accept=".csv,.txt,.xml"
        onChange={({ target }) => onChosen(target.files?.[0] ?? null)}
      />
      <Button onClick={() => input.current?.click()}>{t('choose')}</Button>{' '}
      {file && <Secondary>{file.name}</Secondary>}
    </Form.Item>
  );
}

async function importFile(client: PactaClient, file: File, account: string) {
  const isXml = /\.xml$/i.test(file.name);
  const content = base64Of(new Uint8Array(await file.arrayBuffer()));
  return answered(
    client.POST('/api/v1/bank/statements', {
      body: {
        format: isXml ? 'camt.053' : 'csv',
        content,
        encoding: 'base64',
        ...(account !== '' && { account }),
      },
    }),
  );
}
