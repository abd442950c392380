import { Alert } from 'antd';
import { type components, type operations } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { filled } from '../contract/fact-fields';
import { terminationWords } from './words';

type Foreseen = components['schemas']['ForeseenEnd'];
type Way = operations['foreseenEndRead']['parameters']['query'];

/** What an early end brings, as the contract itself reckons it: when, what falls away, what the settlement will say. */
export function Consequences({ wish }: { readonly wish: Way }) {
  const { id } = useContract();
  const query = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/termination/foreseen',
    { params: { path: { contract: id }, query: filled(wish) } },
    { retry: false },
  );
  return (
    <Asked query={query} rows={3}>
      {(foreseen) => <Said foreseen={foreseen} />}
    </Asked>
  );
}

function Said({ foreseen }: { readonly foreseen: Foreseen }) {
  const t = useWords(terminationWords);
  const until = useUntil();
  const { terms } = useContract();
  const { at, endsAt, clause, lost, lastMonth, openRequests } = foreseen;
  const end = at === endsAt ? t('whenArrives') : t('onDay', { until: until(endsAt, terms.zone) });
  return (
    <Alert
      type="warning"
      showIcon
      title={t('consequences')}
      description={
        <ul className="consequences">
          <li>{t('cEnds', { end, clause })}</li>
          <LostMonths lost={lost} />
          {lastMonth !== null && <li>{t(lastMonth === 'full' ? 'cPartFull' : 'cPartDays')}</li>}
          {openRequests > 0 && <li>{t('cRequests', { count: openRequests })}</li>}
          <Settlement settlement={foreseen.settlement} />
          <li>{t('cFinal')}</li>
        </ul>
      }
    />
  );
}

function LostMonths({ lost: { months, fees } }: Pick<Foreseen, 'lost'>) {
  const t = useWords(terminationWords);
  const { money } = useFormats();
  return months > 0 && <li>{t('cMonths', { count: months, fees: money(fees) })}</li>;
}

/** The lines of the settlement that are not empty. */
function Settlement({ settlement }: Pick<Foreseen, 'settlement'>) {
  const t = useWords(terminationWords);
  const { money } = useFormats();
  const lines = (['outstanding', 'interest', 'penaltiesPaidOut', 'refund', 'unapplied'] as const).filter(
    (line) => settlement[line] !== '0.00',
  );
  return (
    <li>
      {t('cSettlement')}
      <ul>
        {lines.map((line) => (
          <li key={line}>{t(`settlement.${line}`, { amount: money(settlement[line]) })}</li>
        ))}
        <li>
          <strong>{t('settlement.payoutDue', { amount: money(settlement.payoutDue) })}</strong>
        </li>
      </ul>
    </li>
  );
}
