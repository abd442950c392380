import { type Column, DataTable } from '~/parts/data-table';
import { useFormats } from '~/words/formats';
import { slaWords, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { type Segment, type Target } from './request';
import { requestWords } from './request-words';

/** The same stretches to read, and what of them counts in all. */
export function ProofTable({ target, zone }: { readonly target: Target; readonly zone: string }) {
  const t = useWords(requestWords);
  const sla = useWords(slaWords);
  const formats = useFormats();
  const names = useSlaNames();
  const columns: readonly Column<Segment>[] = [
    { key: 'from', title: t('from'), cell: ({ from }) => formats.instant(from, zone) },
    { key: 'to', title: t('to'), cell: ({ to }) => formats.instant(to, zone) },
    { key: 'what', title: t('what'), cell: ({ why }) => t(`segment.${why}`) },
    {
      key: 'length',
      title: t('length'),
      align: 'end',
      cell: (segment) => formats.duration(secondsOf(segment)),
    },
  ];
  const counted = target.segments.filter((segment) => segment.counted);
  return (
    <details className="proof-table">
      <summary>{t('asTable')}</summary>
      <DataTable
        caption={`${t('asTable')}: ${names.target(target.kind)}`}
        columns={columns}
        rows={target.segments}
        rowKey={({ from }) => from}
      />
      <p>
        {sla('named', { name: t('countedSum') })}
        <strong>{formats.duration(counted.reduce((sum, each) => sum + secondsOf(each), 0))}</strong>
      </p>
    </details>
  );
}

function secondsOf({ from, to }: Segment): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
