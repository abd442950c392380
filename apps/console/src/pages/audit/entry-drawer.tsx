import { Link } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Drawer } from 'antd';
import { Asked } from '~/parts/asked';
import { HashText } from '~/parts/hash-text';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useSaid, useWords } from '~/words/words';
import { findEntry, receiptOf, type ToldEntry } from './entries';
import { ledgerWords } from './ledger-words';
import { EntryLink, ReceiptLink } from './links';
import { type OfContract, useAuditSearch } from './shared';

/** An entry of the ledger with all that it holds. */
export function EntryDrawer({ contract, zone, entry }: OfContract & { readonly entry: number }) {
  const t = useWords(ledgerWords);
  const queries = useQueryClient();
  const { set } = useAuditSearch(contract);
  const query = useQuery({
    queryKey: ['ledger-entry', contract, entry],
    queryFn: () => findEntry(queries, contract, entry),
    staleTime: Infinity,
  });
  return (
    <Drawer
      open
      title={t('entry', { sequence: String(entry) })}
      size={Math.min(640, window.innerWidth)}
      onClose={() => set({ entry: undefined })}
    >
      <Asked query={query}>
        {(data) =>
          data === null ? (
            t('missing', { sequence: String(entry) })
          ) : (
            <EntryView contract={contract} entry={data} zone={zone} />
          )
        }
      </Asked>
    </Drawer>
  );
}

interface Props extends OfContract {
  readonly entry: ToldEntry;
}

function EntryView({ contract, entry, zone }: Props) {
  const t = useWords(ledgerWords);
  const formats = useFormats();
  const said = useSaid();
  const { text, kind, clause, at, recordedAt, actor, owner, ownerVersion, request, hash } = entry;
  return (
    <>
      <p className="receipt-what">{text ? said({ en: text.en, zh: text['zh-CN'] }) : kind}</p>
      <dl className="facts">
        <dt>{t('counts')}</dt>
        <dd>{formats.instant(at, zone)}</dd>
        <dt>{t('recorded')}</dt>
        <dd>{formats.instant(recordedAt, zone)}</dd>
        <dt>{t('actor')}</dt>
        <dd>{actor === 'system' ? t('system') : actor}</dd>
        <dt>{t('clause')}</dt>
        <dd>{clause}</dd>
        <dt>{t('kind')}</dt>
        <dd>
          <code>{kind}</code>
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
        <Decision contract={contract} entry={entry} />
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

function Decision({ contract, entry }: { readonly contract: string; readonly entry: ToldEntry }) {
  const t = useWords(ledgerWords);
  const receipt = receiptOf(entry);
  if (receipt === null) return null;
  return (
    <>
      <dt>{t('decisions')}</dt>
      <dd>
        <ReceiptLink contract={contract} receipt={receipt}>
          {t('receiptOf', { id: receipt })}
        </ReceiptLink>
      </dd>
    </>
  );
}

function Previous({ contract, entry }: { readonly contract: string; readonly entry: ToldEntry }) {
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
function Cause({ entry }: { readonly entry: ToldEntry }) {
  const t = useWords(ledgerWords);
  const { event, payload, actor } = entry as ToldEntry & {
    readonly event: unknown;
    readonly payload: unknown;
  };
  return (
    <>
      <h3 className="part-title">{t('cause')}</h3>
      {event === null || event === undefined ? (
        <Secondary>{t('byTime')}</Secondary>
      ) : (
        <>
          <Secondary>{t('byEvent', { actor: actor === 'system' ? t('system') : actor })}</Secondary>
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
