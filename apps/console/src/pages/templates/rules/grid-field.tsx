import { useId, useState } from 'react';
import { AutoComplete } from 'antd';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly choices?: readonly Choice[];
  /** What is wrong with it; null where nothing is. */
  readonly fault?: string | null;
  readonly placeholder?: string;
}

const NONE: readonly Choice[] = [];

/** A cell that is typed, with what may stand in it to choose from, and what is wrong with it below. */
export function GridField({ label, value, onChange, choices = NONE, fault = null, placeholder }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <AutoComplete
        className="grid-field"
        aria-label={label}
        aria-invalid={fault !== null}
        {...(fault !== null && { 'aria-describedby': id, status: 'error' as const })}
        placeholder={placeholder}
        value={value}
        open={isOpen && choices.length > 0}
        onOpenChange={setIsOpen}
        options={choices.map((choice) => ({ ...choice }))}
        popupMatchSelectWidth={false}
        onChange={(next: string | undefined) => onChange(next ?? '')}
        onSelect={() => setIsOpen(false)}
        onBlur={() => setIsOpen(false)}
      />
      {fault !== null && (
        <div id={id} className="text-danger grid-fault" role="status">
          {fault}
        </div>
      )}
    </>
  );
}
