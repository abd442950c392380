import { Countdown } from '~/parts/countdown';
import { Figure, FigureRow } from '~/parts/figure';
import { usePicked } from '~/parts/picked';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { ownClock, useContract } from './contract';
import { contractWords } from './words';

/** What one looks at a contract for. */
export function ContractFigures() {
  const { settlement } = useContract();
  return (
    <FigureRow>
      <Fee />
      <Penalties />
      <Right />
      {settlement === null ? <Next /> : <Settled settlement={settlement} />}
    </FigureRow>
  );
}

function Fee() {
  const t = useWords(contractWords);
  const { money } = useFormats();
  const { monthlyFee, totalAmount } = useContract().terms;
  if (monthlyFee === null) return <Figure label={t('total')} value={money(totalAmount)} />;
  const help = t('totalHelp', { total: money(totalAmount) });
  return <Figure label={t('fee')} value={money(monthlyFee)} help={help} />;
}

function Penalties() {
  const t = useWords(contractWords);
  const { money } = useFormats();
  const { penaltyCap, owed } = useContract();
  if (penaltyCap === null)
    return <Figure label={t('penalties')} value={money(owed.byProvider)} help={t('noCap')} />;
  const { used, left, cap, accruing } = penaltyCap;
  return (
    <Figure
      label={t('penalties')}
      value={money(used)}
      tone={left === '0.00' ? 'danger' : undefined}
      help={
        <>
          <div>{t('penaltiesHelp', { left: money(left), cap: money(cap) })}</div>
          {accruing !== '0.00' && (
            <div className="text-warning">{t('penaltiesAccruing', { accruing: money(accruing) })}</div>
          )}
        </>
      }
    />
  );
}

function Right() {
  const t = useWords(contractWords);
  const until = useUntil();
  const { terminationRight, terms } = useContract();
  const { right, streak, failedMonthsNeeded, delayDaysNeeded } = terminationRight;
  const label = t('right');
  if (right?.exercisable)
    return (
      <Figure
        label={label}
        value={t('rightNow')}
        tone="danger"
        help={t('rightUntil', { until: until(right.lapsesAt, terms.zone) })}
      />
    );
  const value = t(right === null ? 'rightNone' : right.exercisedAt === null ? 'rightGone' : 'rightUsed');
  if (failedMonthsNeeded !== null)
    return (
      <Figure
        label={label}
        value={value}
        tone={streak > 0 && streak === failedMonthsNeeded - 1 ? 'warning' : undefined}
        help={t('streak', { streak, needed: failedMonthsNeeded })}
      />
    );
  const help = delayDaysNeeded === null ? t('noGround') : t('delay', { days: delayDaysNeeded });
  return <Figure label={label} value={value} help={help} />;
}

function Next() {
  const t = useWords(contractWords);
  const picked = usePicked();
  const until = useUntil();
  const contract = useContract();
  const { nextDeadline, agreedEndAt, terms } = contract;
  const early = agreedEndAt !== null && (
    <div className="text-warning">{t('endsEarly', { until: until(agreedEndAt, terms.zone) })}</div>
  );
  if (nextDeadline === null) return <Figure label={t('next')} value="–" help={early || t('nothingNext')} />;
  return (
    <Figure
      label={t('next')}
      value={<Countdown to={nextDeadline.at} from={ownClock(contract)} />}
      help={
        <>
          <div>{picked(nextDeadline.text)}</div>
          <div>{until(nextDeadline.at, terms.zone)}</div>
          {early}
        </>
      }
    />
  );
}

interface SettledProps {
  readonly settlement: NonNullable<ReturnType<typeof useContract>['settlement']>;
}

function Settled({ settlement: { payoutDue, outstanding } }: SettledProps) {
  const t = useWords(contractWords);
  const { money } = useFormats();
  const help = outstanding === '0.00' ? undefined : t('settlementHelp', { outstanding: money(outstanding) });
  return <Figure label={t('settlement')} value={money(payoutDue)} help={help} />;
}
