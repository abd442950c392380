import { type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: ReactNode;
  readonly help?: ReactNode;
  readonly tone?: 'danger' | 'warning' | 'success' | undefined;
}

/** A number and what it counts. Several stand side by side in a `<FigureRow>`. */
export function Figure({ label, value, help, tone }: Props) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd className={tone ? `figures text-${tone}` : 'figures'}>{value}</dd>
      {help && <dd className="figure-help text-secondary">{help}</dd>}
    </div>
  );
}

export function FigureRow({ children }: { readonly children: ReactNode }) {
  return <dl className="figure-row">{children}</dl>;
}
