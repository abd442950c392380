import { useWords } from '~/words/words';
import { ledgerWords } from './ledger-words';

interface Props {
  readonly address: string;
  readonly run: string;
}

/** A run in Temporal's own pages, with nothing of Pacta in between. */
export function TemporalLink({ address, run }: Props) {
  const t = useWords(ledgerWords);
  return (
    <a href={address} target="_blank" rel="noreferrer" aria-label={`${t('temporalUi')}: ${run}`}>
      {t('temporalUi')} ↗
    </a>
  );
}
