import { Flex, Tag } from 'antd';
import { type components } from '#client/openapi';
import { Countdown } from '~/parts/countdown';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { ownClock, useCan, useContract } from '../contract/contract';
import { EnvelopePapers } from './envelope-papers';
import { EnvelopeSteps } from './envelope-steps';
import { DeclineDialog, RecordDialog, WithdrawDialog } from './record-dialogs';
import { SignersTable } from './signers-table';
import { signingWords } from './words';

export type Envelope = components['schemas']['Envelope'];

const COLOURS: Readonly<Record<Envelope['status'], string>> = {
  open: 'processing',
  completed: 'success',
  declined: 'error',
  withdrawn: 'default',
  expired: 'warning',
};

/** A document that went out for signing: to whom, how far it has come, what can be done about it. */
export function EnvelopePanel({ envelope }: { readonly envelope: Envelope }) {
  const t = useWords(signingWords);
  const { id, subject, status } = envelope;
  return (
    <Panel
      title={t(`envelope.${subject}`, { id })}
      about={<Tag color={COLOURS[status]}>{t(`envelopeStatus.${status}`)}</Tag>}
      extra={status === 'open' && <EnvelopeActs envelope={envelope} />}
    >
      <EnvelopeFacts envelope={envelope} />
      <SignersTable envelope={envelope} />
      <EnvelopePapers envelope={envelope} />
      <EnvelopeSteps envelope={envelope} />
    </Panel>
  );
}

function EnvelopeActs({ envelope: { id, subject } }: { readonly envelope: Envelope }) {
  const can = useCan();
  const contract = useContract();
  const isContract = subject === 'contract';
  return (
    <Flex gap="small" wrap>
      {isContract &&
        can('sign', 'POST /api/v1/contracts/:contract/signatures') &&
        (['client', 'provider'] as const)
          .filter((party) => contract.signing[party] === null)
          .map((party) => <RecordDialog key={party} contract={contract} party={party} />)}
      {isContract && can('decline', 'POST /api/v1/contracts/:contract/decline') && (
        <DeclineDialog contract={contract} />
      )}
      {can('withdraw', 'POST /api/v1/contracts/:contract/envelopes/:envelope/withdraw') && (
        <WithdrawDialog contract={contract.id} envelope={id} />
      )}
    </Flex>
  );
}

function EnvelopeFacts({ envelope }: { readonly envelope: Envelope }) {
  const t = useWords(signingWords);
  const { instant } = useFormats();
  const until = useUntil();
  const contract = useContract();
  const { zone } = contract.terms;
  const { sentAt, dueAt, remindEveryDays: days, mostReminders: most, documentHash, status } = envelope;
  return (
    <Facts
      facts={[
        { key: 'sent', label: t('sentAt'), value: instant(sentAt, zone) },
        {
          key: 'due',
          label: t('dueAt'),
          value: (
            <>
              {until(dueAt, zone)}
              {status === 'open' && (
                <>
                  {' ('}
                  <Countdown to={dueAt} from={ownClock(contract)} />
                  {')'}
                </>
              )}
            </>
          ),
        },
        {
          key: 'reminders',
          label: t('reminders'),
          value: days === 0 || most === 0 ? t('noReminders') : t('remindersOf', { days, most }),
        },
        { key: 'hash', label: t('hash'), value: <span className="hash">{documentHash}</span> },
      ]}
    />
  );
}
