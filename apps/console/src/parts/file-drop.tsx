import { type ReactNode, useId, useState } from 'react';
import { FileAddOutlined } from '@ant-design/icons';
import './file-drop.css';

interface Props {
  readonly label: string;
  readonly help: ReactNode;
  readonly accept?: string;
  readonly isBusy?: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file on, or to choose one by the keyboard: the field itself lies over all of it. */
export function FileDrop({ label, help, accept, isBusy = false, onFile }: Props) {
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <div className={isOver ? 'file-drop is-over' : 'file-drop'}>
      <FileAddOutlined aria-hidden="true" className="file-drop-sign" />
      <label htmlFor={id}>
        <strong>{label}</strong>
      </label>
      <span id={`${id}-help`} className="text-secondary">
        {help}
      </span>
      <input
        id={id}
        type="file"
        className="file-drop-field"
        accept={accept}
        disabled={isBusy}
        aria-busy={isBusy}
        aria-describedby={`${id}-help`}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
