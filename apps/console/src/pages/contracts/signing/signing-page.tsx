import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { EnvelopePanel } from './envelope-panel';
import { SendDialog } from './send-dialog';
import { SigningState } from './signing-state';
import { signingWords } from './words';

/** Who has signed, who has not, until when; and for the other papers that go out for signing the same. */
export function SigningPage() {
  const may = useMay();
  const { status } = useContract();
  return (
    <>
      {status === 'draft' ? <Unsent /> : <SigningState />}
      {may('GET /api/v1/contracts/:contract/envelopes') && <Envelopes />}
    </>
  );
}

function Unsent() {
  const t = useWords(signingWords);
  const can = useCan();
  const contract = useContract();
  const canSend = can('send', 'POST /api/v1/contracts/:contract/send');
  return (
    <Panel title={t('state')}>
      <Teach
        title={t('draft')}
        help={
          <>
            <div>{t('draftHelp')}</div>
            {contract.clock === 'manual' && <div>{t('rehearsalHelp')}</div>}
          </>
        }
        action={canSend ? <SendDialog contract={contract} /> : <Secondary>{t('mayNot')}</Secondary>}
      />
    </Panel>
  );
}

function Envelopes() {
  const t = useWords(signingWords);
  const { id, status } = useContract();
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/envelopes', {
    params: { path: { contract: id }, query: { limit: 100 } },
  });
  return (
    <Asked query={query}>
      {({ items }) =>
        items.length === 0
          ? status !== 'draft' && (
              <Panel title={t('signers')}>
                <Teach title={t('none')} help={t('noneHelp')} />
              </Panel>
            )
          : items.toReversed().map((envelope) => <EnvelopePanel key={envelope.id} envelope={envelope} />)
      }
    </Asked>
  );
}
