import { type ReactNode } from 'react';
import { SendOutlined } from '@ant-design/icons';
import { answered, type PactaClient } from '#client/client';
import { ActDialog } from '~/parts/act-dialog';
import { useWords } from '~/words/words';
import { type Contract, useContract } from '../contract/contract';
import { contactPersons, type Sending, sendingOf, SignerFields } from './signer-fields';
import { signingWords } from './words';

interface Props {
  /** On the button, over the question and on its yes. */
  readonly title: string;
  readonly icon?: ReactNode;
  readonly help: string;
  readonly done: string;
  readonly send: (sending: Sending, client: PactaClient) => Promise<unknown>;
}

/** Asks who signs and how they are reminded, and sends: from then on a text stands. */
export function SendForSigning({ title, icon, help, done, send }: Props) {
  const contract = useContract();
  return (
    <ActDialog<Sending>
      trigger={title}
      triggerProps={{ type: 'primary', icon }}
      title={title}
      okText={title}
      isWide
      done={done}
      initialValues={{ signers: contactPersons(contract) }}
      act={(sending, client) => send(sendingOf(sending), client)}
    >
      <p>{help}</p>
      <SignerFields />
    </ActDialog>
  );
}

/** Sends the draft of the contract. */
export function SendDialog({ contract }: { readonly contract: Contract }) {
  const t = useWords(signingWords);
  return (
    <SendForSigning
      title={t('send')}
      icon={<SendOutlined aria-hidden />}
      help={t('sendHelp')}
      done={t('sent')}
      send={(body, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/send', {
            params: { path: { contract: contract.id } },
            body,
          }),
        )
      }
    />
  );
}
