import { type ReactNode } from 'react';

/** A column: its head, and what stands in it of each row. */
export interface Column<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Amounts and counts stand at the end. */
  readonly align?: 'end';
  /** Left out on a narrow screen. */
  readonly isExtra?: boolean;
}

interface Props<Row> {
  /** What the table is of, for those who do not see where it stands. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
  readonly empty?: ReactNode;
}

/** Rows of an answer of the API, in its order. A plain table: it needs no script to be read, sorted lists come sorted. */
export function DataTable<Row>({ caption, columns, rows, rowKey, empty }: Props<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className="scroll-x" tabIndex={0} role="group" aria-label={caption}>
      <table className="data-table">
        <caption className="only-read">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, align, isExtra }) => (
              <th key={key} scope="col" className={classOf(align, isExtra)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, align, isExtra }) => (
                <td key={key} className={classOf(align, isExtra)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function classOf(align: 'end' | undefined, isExtra = false): string {
  return [align === 'end' ? 'at-end figures' : '', isExtra ? 'is-extra' : ''].join(' ').trim();
}
