import { useNavigate } from '@tanstack/react-router';
import { Flex } from 'antd';
import { answered } from '#client/client';
import { useMay } from '~/api/policy';
import { ActDialog } from '~/parts/act-dialog';
import { useWords } from '~/words/words';
import { AmendmentDialog } from '../changes/amendment-dialog';
import { useCan, useContract } from '../contract/contract';
import { SendForSigning } from '../signing/send-dialog';
import { type Amendment } from './amendment-page';
import { amendmentWords } from './words';

interface Props {
  readonly amendment: Amendment;
  readonly etag: string | null;
}

/** What may be done with a draft. */
export function AmendmentActs({ amendment, etag }: Props) {
  const may = useMay();
  const can = useCan();
  if (amendment.status !== 'draft') return null;
  const isSendable = amendment.faults.length === 0 && amendment.changes !== null;
  return (
    <Flex gap="small" wrap>
      {isSendable && can('sendAmendment', 'POST /api/v1/contracts/:contract/amendments/:amendment/send') && (
        <SendAmendment amendment={amendment.id} />
      )}
      {isSendable &&
        can('recordAmendment', 'POST /api/v1/contracts/:contract/amendments/:amendment/agree') && (
          <AgreeAmendment amendment={amendment.id} />
        )}
      {may('PUT /api/v1/contracts/:contract/amendments/:amendment') && (
        <AmendmentDialog key={etag} draft={{ amendment, etag }} onDone={() => undefined} />
      )}
      {may('DELETE /api/v1/contracts/:contract/amendments/:amendment') && (
        <DiscardAmendment amendment={amendment.id} />
      )}
    </Flex>
  );
}

function SendAmendment({ amendment }: { readonly amendment: string }) {
  const t = useWords(amendmentWords);
  const { id } = useContract();
  return (
    <SendForSigning
      title={t('send')}
      help={t('sendHelp')}
      done={t('sent')}
      send={(body, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/amendments/{amendment}/send', {
            params: { path: { contract: id, amendment } },
            body,
          }),
        )
      }
    />
  );
}

function AgreeAmendment({ amendment }: { readonly amendment: string }) {
  const t = useWords(amendmentWords);
  const { id } = useContract();
  return (
    <ActDialog
      trigger={t('agree')}
      title={t('agree')}
      okText={t('agree')}
      done={t('agreed')}
      act={(_, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/amendments/{amendment}/agree', {
            params: { path: { contract: id, amendment } },
            body: {},
          }),
        )
      }
    >
      <p>{t('agreeHelp')}</p>
    </ActDialog>
  );
}

function DiscardAmendment({ amendment }: { readonly amendment: string }) {
  const t = useWords(amendmentWords);
  const navigate = useNavigate();
  const { id: contract } = useContract();
  return (
    <ActDialog
      trigger={t('discard')}
      triggerProps={{ danger: true }}
      title={t('discard')}
      okText={t('discard')}
      isDanger
      done={t('discarded')}
      act={async (_, client) => {
        await answered(
          client.DELETE('/api/v1/contracts/{contract}/amendments/{amendment}', {
            params: { path: { contract, amendment } },
          }),
        );
        // The page goes first: what it shows is not there any more.
        await navigate({ to: '/contracts/$contract/changes', params: { contract } });
      }}
    >
      <p>{t('discardHelp')}</p>
    </ActDialog>
  );
}
