import { type Column } from '~/parts/data-table';
import { HashText } from '~/parts/hash-text';
import { PagedTable } from '~/parts/paged-table';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { actorText } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useSaid, useWords } from '~/words/words';
import { entryPage, receiptOf, type ToldEntry } from './entries';
import { ledgerWords } from './ledger-words';
import { EntryLink, ReceiptLink } from './links';
import { LedgerFilters } from './ledger-filters';
import { type OfContract, useAuditSearch } from './shared';
import { auditWords } from './words';

/** The ledger: each entry in words, when it counts and when it was written, by whom, on which clause. */
export function LedgerTable({ contract, zone }: OfContract) {
  const t = useWords(ledgerWords);
  const audit = useWords(auditWords);
  const columns = useColumns({ contract, zone });
  const { search } = useAuditSearch(contract);
  const filter = { request: search.request, kind: search.entryKind };
  const isNarrowed = filter.request !== undefined || filter.kind !== undefined;
  return (
    <Panel title={audit('tab.ledger')} about={t('about')} extra={<LedgerFilters contract={contract} />}>
      <PagedTable
        caption={audit('tab.ledger')}
        columns={columns}
        rowKey={({ sequence }) => sequence}
        queryKey={[
          'get',
          '/api/v1/contracts/{contract}/ledger',
          { params: { path: { contract }, query: filter } },
        ]}
        page={(cursor) => entryPage(contract, filter, cursor)}
        empty={
          isNarrowed ? (
            <Teach title={t('noneFound')} help={t('noneFoundHelp')} />
          ) : (
            <Teach title={t('empty')} help={t('emptyHelp')} />
          )
        }
      />
    </Panel>
  );
}

function useColumns({ contract, zone }: OfContract): readonly Column<ToldEntry>[] {
  const t = useWords(ledgerWords);
  const formats = useFormats();
  const said = useSaid();
  return [
    {
      key: 'sequence',
      title: t('number'),
      cell: ({ sequence }) => <EntryLink contract={contract} sequence={sequence} isShort />,
    },
    {
      key: 'what',
      title: t('what'),
      cell: ({ text, kind, clause, sequence }) => (
        <>
          {text ? said({ en: text.en, zh: text['zh-CN'] }) : kind}
          <div>
            <Secondary>
              {t('clause')} {clause}
            </Secondary>{' '}
            <Why contract={contract} kind={kind} sequence={sequence} />
          </div>
        </>
      ),
    },
    { key: 'at', title: t('counts'), cell: ({ at }) => formats.instant(at, zone) },
    {
      key: 'recorded',
      title: t('recorded'),
      isExtra: true,
      cell: ({ recordedAt }) => formats.instant(recordedAt, zone),
    },
    {
      key: 'actor',
      title: t('actor'),
      isExtra: true,
      cell: ({ actor }) => actorText(actor, t('system')),
    },
    { key: 'hash', title: t('hash'), isExtra: true, cell: ({ hash }) => <HashText hash={hash} /> },
  ];
}

interface WhyProps extends Pick<ToldEntry, 'kind' | 'sequence'> {
  readonly contract: string;
}

/** The way to the receipt, where the entry says a decision. */
function Why({ contract, kind, sequence }: WhyProps) {
  const t = useWords(auditWords);
  const receipt = receiptOf({ kind, sequence });
  if (receipt === null) return null;
  return (
    <ReceiptLink contract={contract} receipt={receipt} label={t('explainOf', { what: receipt })}>
      {t('explain')}
    </ReceiptLink>
  );
}
