import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useNow } from './now';

interface Props {
  /** ISO. */
  readonly to: string;
  /** Where time is moved by hand it stands still: what counts down is the contract's own clock. */
  readonly from?: string | undefined;
}

const HOUR = 3600;

/** How long is left, by the second; what is overdue says so in words, not by its colour alone. */
export function Countdown({ to, from }: Props) {
  const now = useNow();
  const formats = useFormats();
  const t = useWords(commonWords);
  const seconds = (Date.parse(to) - (from === undefined ? now : Date.parse(from))) / 1000;
  const text = formats.duration(seconds);
  const tone = seconds < 0 ? ' text-danger' : seconds < HOUR ? ' text-warning' : '';
  return (
    <span className={`countdown${tone}`} title={formats.instant(to)}>
      {seconds < 0 ? t('overdueBy', { duration: text }) : text}
    </span>
  );
}
