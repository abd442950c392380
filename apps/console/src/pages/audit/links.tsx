import { type ReactNode } from 'react';
import { Link, useSearch } from '@tanstack/react-router';
import { useMay } from '~/api/policy';
import { useWords } from '~/words/words';
import { auditWords } from './words';

interface EntryProps {
  readonly contract: string;
  readonly sequence: number;
  /** Only the number, where the column says what it is. */
  readonly isShort?: boolean;
}

/** Opens an entry of the ledger, over whatever is shown; only its number for a role that may not read it. */
export function EntryLink({ contract, sequence, isShort = false }: EntryProps) {
  const t = useWords(auditWords);
  const may = useMay()('GET /api/v1/contracts/:contract/ledger');
  const { receipt: _receipt, ...search } = useSearch({ from: '/shell/contracts/$contract/audit' });
  const text = t('entry', { sequence: String(sequence) });
  if (!may) return text;
  return (
    <Link
      to="/contracts/$contract/audit"
      params={{ contract }}
      search={{ ...search, entry: sequence }}
      aria-label={text}
    >
      {isShort ? sequence : text}
    </Link>
  );
}

interface ReceiptProps {
  readonly contract: string;
  readonly receipt: string;
  readonly children: ReactNode;
  readonly label?: string;
}

/** Opens a receipt, over whatever is shown. */
export function ReceiptLink({ contract, receipt, children, label }: ReceiptProps) {
  const { entry: _entry, ...search } = useSearch({ from: '/shell/contracts/$contract/audit' });
  return (
    <Link
      to="/contracts/$contract/audit"
      params={{ contract }}
      search={{ ...search, receipt }}
      aria-label={label}
    >
      {children}
    </Link>
  );
}
