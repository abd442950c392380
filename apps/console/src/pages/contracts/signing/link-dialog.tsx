import { useState } from 'react';
import { Alert, App, Button, Flex, Input, Modal } from 'antd';
import { CopyOutlined, ExportOutlined, LinkOutlined } from '@ant-design/icons';
import { answered } from '#client/client';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useUntil } from '~/parts/until';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { signingWords } from './words';

interface Props {
  readonly contract: string;
  readonly envelope: string;
  readonly signer: string;
  readonly name: string;
}

/** A link to hand over by other means than mail. It is made only when it is asked for: it ends the one in the letter. */
export function LinkDialog({ contract, envelope, signer, name }: Props) {
  const t = useWords(signingWords);
  const common = useWords(commonWords);
  const [isOpen, setOpen] = useState(false);
  const made = useAct({
    act: (_, client) =>
      answered(
        client.POST('/api/v1/contracts/{contract}/envelopes/{envelope}/signers/{signer}/link', {
          params: { path: { contract, envelope, signer } },
        }),
      ),
  });
  return (
    <>
      <Button size="small" icon={<LinkOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('link')}
      </Button>
      <Modal
        open={isOpen}
        title={t('linkFor', { name })}
        okText={t('makeLink')}
        cancelText={common('cancel')}
        confirmLoading={made.isPending}
        {...(made.data && { footer: <Button onClick={() => setOpen(false)}>{common('close')}</Button> })}
        onOk={() => made.mutate()}
        onCancel={() => setOpen(false)}
        afterClose={() => made.reset()}
        destroyOnHidden
      >
        {made.data ? (
          <Link url={made.data.url} expiresAt={made.data.expiresAt} name={name} />
        ) : (
          <p>{t('linkMake')}</p>
        )}
        {made.error !== null && <ProblemAlert error={made.error} />}
      </Modal>
    </>
  );
}

interface LinkProps {
  readonly url: string;
  readonly expiresAt: string;
  readonly name: string;
}

function Link({ url, expiresAt, name }: LinkProps) {
  const t = useWords(signingWords);
  const common = useWords(commonWords);
  const until = useUntil();
  const { message } = App.useApp();
  const { terms } = useContract();
  const copy = async () => {
    await navigator.clipboard.writeText(url);
    void message.success(common('copied'));
  };
  return (
    <Flex vertical gap="small">
      <Alert type="warning" showIcon title={t('linkHelp', { until: until(expiresAt, terms.zone) })} />
      <Input
        readOnly
        value={url}
        aria-label={t('linkFor', { name })}
        onFocus={({ target }) => target.select()}
      />
      <Flex gap="small" wrap>
        {/* A page that came by plain HTTP from another machine has no clipboard. */}
        {window.isSecureContext && (
          <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
            {common('copy')}
          </Button>
        )}
        <Button icon={<ExportOutlined aria-hidden />} href={url} target="_blank" rel="noreferrer">
          {t('openLink')}
        </Button>
      </Flex>
    </Flex>
  );
}
