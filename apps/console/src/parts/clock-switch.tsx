import { Segmented } from 'antd';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';

/** Real contracts, or the rehearsals beside them. */
export type Clock = 'real' | 'manual';

interface Props {
  readonly value: Clock;
  readonly onChange: (clock: Clock) => void;
}

/** Which of the two a page shows: their figures are never added up. */
export function ClockSwitch({ value, onChange }: Props) {
  const t = useWords(commonWords);
  return (
    <Segmented<Clock>
      aria-label={t('whichContracts')}
      value={value}
      onChange={onChange}
      options={[
        { value: 'real', label: t('realContracts') },
        { value: 'manual', label: t('rehearsals') },
      ]}
    />
  );
}
