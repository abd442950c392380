import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { slaWords, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { actionWords } from './action-words';
import { type OfRequest, type WhatIf } from './request';
import { useWhatIf, type WhatIfEvent } from './use-what-if';

interface Props extends OfRequest {
  readonly event: WhatIfEvent;
  readonly reason: string;
}

/** What an action brings about, said before it is done. */
export function Consequence({ request, zone, event, reason }: Props) {
  const t = useWords(actionWords);
  const { data } = useWhatIf(request, event, reason);
  if (!data) return null;
  return (
    <div className="foreseen" aria-live="polite">
      <strong>{t('consequence')}</strong>
      <TargetChanges whatIf={data} zone={zone} />
    </div>
  );
}

type TargetThen = WhatIf['targets'][number];

/** Targets that turn out otherwise, or get another deadline. */
export function TargetChanges({ whatIf, zone }: { readonly whatIf: WhatIf; readonly zone: string }) {
  const t = useWords(actionWords);
  const names = useSlaNames();
  const sla = useWords(slaWords);
  const textOf = useStateText(zone);
  const changed = whatIf.targets.filter(isChanged);
  if (changed.length === 0)
    return (
      <div>
        <Secondary>{t('unchanged')}</Secondary>
      </div>
    );
  return (
    <ul className="promises">
      {changed.map((target) => (
        <li key={target.kind}>
          {sla('named', { name: names.target(target.kind) })}
          {t('becomes', { from: target.now ? textOf(target.now) : '–', to: textOf(target) })}
        </li>
      ))}
    </ul>
  );
}

function isChanged({ now, outcome, dueAt }: TargetThen): boolean {
  return now === null || now.outcome !== outcome || now.dueAt !== dueAt;
}

function useStateText(zone: string): (state: Pick<TargetThen, 'outcome' | 'dueAt'>) => string {
  const sla = useWords(slaWords);
  const formats = useFormats();
  return ({ outcome, dueAt }) => {
    const word = sla(`outcome.${outcome}`);
    if (outcome !== 'pending') return word;
    return `${word} (${dueAt === null ? '–' : formats.short(dueAt, zone)})`;
  };
}
