import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under a heading of its own. */
export function Panel({ title, about, extra, children }: Props) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <header className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {about && <div className="text-secondary">{about}</div>}
        </div>
        {extra}
      </header>
      <div className="panel-body">{children}</div>
    </section>
  );
}
