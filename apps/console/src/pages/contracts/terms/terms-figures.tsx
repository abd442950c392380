import { amountInCapitals } from '#domain/money/capitals';
import { parseYuan } from '#domain/money/fen';
import { Facts } from '~/parts/facts';
import { Figures } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type TermsAt } from './terms-page';
import { termsWords } from './words';

export function TermsFigures({ agreed: { terms, template } }: { readonly agreed: TermsAt }) {
  const t = useWords(termsWords);
  const { money, date } = useFormats();
  const until = useUntil();
  const { zone, monthlyFee, totalAmount, penaltyPermille, penaltyCap } = terms;
  const total = parseYuan(totalAmount);
  return (
    <Facts
      facts={[
        { key: 'startsAt', label: t('startsAt'), value: date(terms.startsAt, zone) },
        { key: 'endsAt', label: t('endsAt'), value: until(terms.endsAt, zone) },
        { key: 'zone', label: t('zone'), value: zone },
        { key: 'calendar', label: t('calendar'), value: terms.calendar },
        ...(monthlyFee === null
          ? []
          : [{ key: 'fee', label: t('monthlyFee'), value: <Figures>{money(monthlyFee)}</Figures> }]),
        { key: 'total', label: t('totalAmount'), value: <Figures>{money(totalAmount)}</Figures> },
        ...(total === null
          ? []
          : [{ key: 'capitals', label: t('capitals'), value: amountInCapitals(total) }]),
        ...(penaltyPermille === null
          ? []
          : [{ key: 'penalty', label: t('penalty'), value: t('permille', { permille: penaltyPermille }) }]),
        ...(penaltyCap === null
          ? []
          : [{ key: 'cap', label: t('cap'), value: <Figures>{money(penaltyCap)}</Figures> }]),
        { key: 'right', label: t('right'), value: <RightText terms={terms} /> },
        { key: 'template', label: t('template'), value: `${template.id} ${template.version}` },
      ]}
    />
  );
}

function RightText({ terms }: { readonly terms: TermsAt['terms'] }) {
  const t = useWords(termsWords);
  const { failedMonthsForTermination: months, delayDaysForTermination: days } = terms;
  if (months !== null) return t('rightMonths', { count: months });
  return days === null ? t('rightNone') : t('rightDays', { count: days });
}
