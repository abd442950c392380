import { type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly title?: string;
}

/** What is said beside the point. Ant Design's Typography can be edited and copied, and weighs as much as half a page. */
export function Secondary({ children, title }: Props) {
  return (
    <span className="text-secondary" title={title}>
      {children}
    </span>
  );
}

export function Danger({ children, title }: Props) {
  return (
    <span className="text-danger" title={title}>
      {children}
    </span>
  );
}

export function Warning({ children, title }: Props) {
  return (
    <span className="text-warning" title={title}>
      {children}
    </span>
  );
}

/** Amounts, ids and clauses: figures of one width. */
export function Figures({ children, title }: Props) {
  return (
    <span className="figures" title={title}>
      {children}
    </span>
  );
}
