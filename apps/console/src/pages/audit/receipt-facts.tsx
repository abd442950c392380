import { type Column, DataTable } from '~/parts/data-table';
import { useMeasureText } from '~/parts/measure';
import { Secondary } from '~/parts/text';
import { useWords } from '~/words/words';
import { EntryLink } from './links';
import { useReceiptName, useReceiptValue } from './receipt-values';
import { type OfReceipt, type Receipt } from './receipt-view';
import { auditWords } from './words';

type Fact = Receipt['facts'][number];

/** Each fact with its value and the entries that say so; where none does, the terms do. */
export function ReceiptFacts({ receipt, zone }: OfReceipt) {
  const t = useWords(auditWords);
  const columns = useColumns(receipt.contract, zone);
  return (
    <DataTable caption={t('factsTitle')} columns={columns} rows={receipt.facts} rowKey={({ name }) => name} />
  );
}

function useColumns(contract: string, zone: string): readonly Column<Fact>[] {
  const t = useWords(auditWords);
  const nameOf = useReceiptName();
  return [
    { key: 'fact', title: t('fact'), cell: ({ name }) => nameOf(name) },
    {
      key: 'value',
      title: t('value'),
      cell: ({ name, value }) => <Value name={name} value={value} zone={zone} />,
    },
    {
      key: 'sources',
      title: t('sources'),
      cell: ({ sources, value }) => (
        <Sources contract={contract} sources={sources} isThere={value !== null} />
      ),
    },
  ];
}

interface SourcesProps {
  readonly contract: string;
  readonly sources: Fact['sources'];
  /** Nothing says what never was. */
  readonly isThere: boolean;
}

function Sources({ contract, sources, isThere }: SourcesProps) {
  const t = useWords(auditWords);
  if (sources.length === 0) return <Secondary>{isThere ? t('terms') : t('nobody')}</Secondary>;
  return sources.map(({ sequence }) => (
    <div key={sequence}>
      <EntryLink contract={contract} sequence={sequence} />
    </div>
  ));
}

interface ValueProps {
  readonly name: string;
  readonly value: unknown;
  readonly zone: string;
}

/** A value as people write it; one with members shows each of them. */
export function Value({ name, value, zone }: ValueProps) {
  const t = useWords(auditWords);
  const valueText = useReceiptValue(zone);
  const measureText = useMeasureText();
  if (isMeasure(value)) return measureText(value);
  if (Array.isArray(value) && value.some(isObject))
    return (
      <details>
        <summary>{t('items', { count: value.length })}</summary>
        {value.map((each: unknown) => (
          <Members key={JSON.stringify(each)} value={each} zone={zone} />
        ))}
      </details>
    );
  if (isObject(value)) return <Members value={value} zone={zone} />;
  if (Array.isArray(value)) return value.map((each: unknown) => valueText(name, each)).join(' · ');
  return valueText(name, value);
}

/** The members of a value, each with its name. */
export function Members({ value, zone }: { readonly value: unknown; readonly zone: string }) {
  const nameOf = useReceiptName();
  return (
    <dl className="fact-rows">
      {Object.entries(isObject(value) ? value : {}).map(([name, member]) => (
        <div key={name} className="fact-rows-line">
          <dt>{nameOf(name)}</dt>
          <dd>
            <Value name={name} value={member} zone={zone} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMeasure(value: unknown): value is { readonly unit: string; readonly amount: number } {
  return isObject(value) && typeof value['unit'] === 'string' && typeof value['amount'] === 'number';
}
