import { SendOutlined } from '@ant-design/icons';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { ActDialog } from '~/parts/act-dialog';
import { useWords } from '~/words/words';
import { type Contract } from '../contract/contract';
import { contactPersons, type Sending, sendingOf, SignerFields } from './signer-fields';
import { signingWords } from './words';

/** Sends the draft: from then on its text stands. */
export function SendDialog({ contract }: { readonly contract: Contract }) {
  const t = useWords(signingWords);
  return (
    <ActDialog<Sending>
      trigger={t('send')}
      triggerProps={{ type: 'primary', icon: <SendOutlined aria-hidden /> }}
      title={t('send')}
      okText={t('send')}
      isWide
      done={t('sent')}
      initialValues={{ signers: contactPersons(contract) }}
      act={(sending) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/send', {
            params: { path: { contract: contract.id } },
            body: sendingOf(sending),
          }),
        )
      }
    >
      <p>{t('sendHelp')}</p>
      <SignerFields />
    </ActDialog>
  );
}
