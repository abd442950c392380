import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Figures } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { useByUrgency, usePriorityName } from '../contract/service-words';
import { Assessment, type Month } from '../months/columns';
import { monthWords } from './words';

/** What the month came to, as it was assessed when it closed. */
export function AssessmentPanel({ month }: { readonly month: Month }) {
  const t = useWords(monthWords);
  const { date, money, number } = useFormats();
  const until = useUntil();
  const { terms } = useContract();
  const { assessment, from, to, fee } = month;
  return (
    <Panel title={t('assessment')}>
      <Facts
        facts={[
          { key: 'stands', label: t('stands'), value: <Assessment month={month} /> },
          { key: 'span', label: t('span'), value: `${date(from, terms.zone)} – ${until(to, terms.zone)}` },
          { key: 'fee', label: t('fee'), value: <Figures>{money(fee)}</Figures> },
          ...(assessment
            ? [{ key: 'received', label: t('received'), value: number(assessment.received) }]
            : []),
          ...(assessment && assessment.attainmentPercent !== null
            ? [{ key: 'attainment', label: t('attainment'), value: <Attainment assessment={assessment} /> }]
            : []),
        ]}
      />
    </Panel>
  );
}

function Attainment({ assessment }: { readonly assessment: NonNullable<Month['assessment']> }) {
  const name = usePriorityName();
  const byUrgency = useByUrgency();
  const single = byUrgency(Object.entries(assessment.attainment)).filter(
    ([, { percent }]) => percent !== null,
  );
  const parts = single.map(([priority, { percent }]) => `${name(priority)} ${percent ?? ''} %`);
  return (
    <>
      <strong>{assessment.attainmentPercent} %</strong> {parts.length > 0 && `(${parts.join(', ')})`}
    </>
  );
}
