import { type Ref, useState } from 'react';
import { Input, type InputRef } from 'antd';
import { instantOf, localOf } from './zoned';

interface Props {
  /** The form gives these: an instant as the API has it. */
  readonly value?: string | undefined;
  readonly onChange?: (instant: string | undefined) => void;
  readonly id?: string;
  readonly zone: string;
  readonly ref?: Ref<InputRef>;
  readonly 'aria-label'?: string;
}

/** A day and a time in the zone of a contract, whatever the zone of the machine is. */
export function MomentInput({ value, onChange, zone, ...rest }: Props) {
  // While a time is half typed the browser has no value for it: what was there before must not come back.
  const [typed, setTyped] = useState<string>();
  return (
    <Input
      {...rest}
      type="datetime-local"
      max="2199-12-31T23:59"
      value={typed ?? (value === undefined ? '' : localOf(value, zone))}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange?.(instantOf(target.value, zone) ?? undefined);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
