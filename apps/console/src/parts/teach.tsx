import { type ReactNode } from 'react';
import { InfoCircleOutlined } from '@ant-design/icons';

interface Props {
  /** What is not there. */
  readonly title: string;
  /** What would make it appear. */
  readonly help: ReactNode;
  /** The button that does. */
  readonly action?: ReactNode;
}

/** An empty place that says what belongs there and how it comes there. */
export function Teach({ title, help, action }: Props) {
  return (
    <div className="teach">
      <InfoCircleOutlined aria-hidden />
      <div>
        <strong>{title}</strong>
        <div className="text-secondary">{help}</div>
        {action && <div className="form-end">{action}</div>}
      </div>
    </div>
  );
}
