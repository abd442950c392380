import { Link } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { useEventKinds } from '~/api/event-kinds';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { HashText } from '~/parts/hash-text';
import { Secondary } from '~/parts/text';
import { actorText } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useSaid, useWords } from '~/words/words';
import { type Entry, type EntryInWords } from './entries';
import { ledgerWords } from './ledger-words';
import { EntryLink, ReceiptLink } from './links';
import { type OfContract, useAuditSearch } from './shared';

/** An entry of the ledger with all that it holds. */
export function EntryDrawer({ contract, zone, entry }: OfContract & { readonly entry: number }) {
  const t = useWords(ledgerWords);
  const { set } = useAuditSearch(contract);
  const query = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/ledger/{sequence}',
    { params: { path: { contract, sequence: entry } } },
    { staleTime: Infinity },
  );
  return (
    <Drawer
      open
      title={t('entry', { sequence: String(entry) })}
      size={Math.min(640, window.innerWidth)}
      onClose={() => set({ entry: undefined })}
    >
      <Asked query={query}>{(data) => <EntryView contract={contract} told={data} zone={zone} />}</Asked>
    </Drawer>
  );
}

interface Props extends OfContract {
  readonly told: EntryInWords;
}

function EntryView({ contract, told, zone }: Props) {
  const t = useWords(ledgerWords);
  const formats = useFormats();
  const said = useSaid();
  const { entry, text, receipts } = told;
  const { kind, clause, at, recordedAt, actor, owner, ownerVersion, request, hash } = entry;
  const name = useEventKinds().find((each) => each.kind === kind)?.name;
  return (
    <>
      <p className="receipt-what">{said({ en: text.en, zh: text['zh-CN'] })}</p>
      <dl className="fact-rows">
        <dt>{t('counts')}</dt>
        <dd>{formats.instant(at, zone)}</dd>
        <dt>{t('recorded')}</dt>
        <dd>{formats.instant(recordedAt, zone)}</dd>
        <dt>{t('actor')}</dt>
        <dd>{actorText(actor, t('system'))}</dd>
        <dt>{t('clause')}</dt>
        <dd>{clause}</dd>
        <dt>{t('kind')}</dt>
        <dd>
          {name} <code>{kind}</code>
        </dd>
        <dt>{t('owner')}</dt>
        <dd>{t('ownerVersion', { owner, version: String(ownerVersion) })}</dd>
        {request !== null && (
          <>
            <dt>{t('request')}</dt>
            <dd>
              <Link to="/contracts/$contract/requests/$request" params={{ contract, request }}>
                {request}
              </Link>
            </dd>
          </>
        )}
        <Receipts contract={contract} receipts={receipts} />
        <dt>{t('hash')}</dt>
        <dd>
          <HashText hash={hash} />
        </dd>
        <Previous contract={contract} entry={entry} />
      </dl>
      <Cause entry={entry} />
    </>
  );
}

interface ReceiptsProps {
  readonly contract: string;
  readonly receipts: readonly string[];
}

function Receipts({ contract, receipts }: ReceiptsProps) {
  const t = useWords(ledgerWords);
  if (receipts.length === 0) return null;
  return (
    <>
      <dt>{t('decisions')}</dt>
      {receipts.map((receipt) => (
        <dd key={receipt}>
          <ReceiptLink contract={contract} receipt={receipt}>
            {t('receiptOf', { id: receipt })}
          </ReceiptLink>
        </dd>
      ))}
    </>
  );
}

function Previous({ contract, entry }: { readonly contract: string; readonly entry: Entry }) {
  const t = useWords(ledgerWords);
  const { sequence, previousHash } = entry;
  return (
    <>
      <dt>{t('previous')}</dt>
      <dd>
        {sequence === 1 ? t('first') : <EntryLink contract={contract} sequence={sequence - 1} />}{' '}
        <HashText hash={previousHash} />
      </dd>
    </>
  );
}

/** What was told, or that time brought it about; and what was written. */
function Cause({ entry }: { readonly entry: Entry }) {
  const t = useWords(ledgerWords);
  const { event, payload, actor } = entry;
  return (
    <>
      <h3 className="part-title">{t('cause')}</h3>
      {event === null || event === undefined ? (
        <Secondary>{t('byTime')}</Secondary>
      ) : (
        <>
          <Secondary>{t('byEvent', { actor: actorText(actor, t('system')) })}</Secondary>
          <Raw value={event} />
        </>
      )}
      <h3 className="part-title">{t('payload')}</h3>
      <Raw value={payload} />
    </>
  );
}

/** As it stands in the ledger. */
function Raw({ value }: { readonly value: unknown }) {
  return (
    <pre className="raw" tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}
