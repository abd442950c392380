import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Countdown } from '~/parts/countdown';
import { Figure, FigureRow } from '~/parts/figure';
import { useFormats } from '~/words/formats';
import { slaWords, useSlaNames } from '~/words/sla';
import { useWords } from '~/words/words';
import { type OfRequest } from './request';
import { requestWords } from './request-words';

/** What one has to know at once: how long is left, what it costs, what has been met. */
export function Glance({ request, zone }: OfRequest) {
  const t = useWords(requestWords);
  const sla = useWords(slaWords);
  const formats = useFormats();
  const names = useSlaNames();
  const { nextDeadlineAt, targets, clock, accountedThrough, severity } = request;
  const next = targets.filter(({ outcome, dueAt }) => outcome === 'pending' && dueAt === nextDeadlineAt);
  const met = targets.filter(({ outcome }) => outcome === 'met').length;
  const special = (['coreBusinessDown', 'severeSecurityRisk'] as const).filter((name) => severity[name]);
  return (
    <FigureRow>
      <Figure
        label={t('nextDeadline')}
        value={
          nextDeadlineAt === null ? (
            '–'
          ) : (
            <Countdown to={nextDeadlineAt} from={clock === 'manual' ? accountedThrough : undefined} />
          )
        }
        help={
          nextDeadlineAt === null
            ? t('noDeadline')
            : `${next.map(({ kind }) => names.target(kind)).join(' · ')} · ${formats.instant(nextDeadlineAt, zone)}`
        }
      />
      <Cost request={request} zone={zone} />
      <Figure
        label={t('met')}
        value={`${met} / ${targets.length}`}
        tone={targets.some(({ outcome }) => outcome === 'missed') ? 'danger' : undefined}
        help={targets
          .map(
            ({ kind, outcome }) =>
              `${sla('named', { name: names.target(kind) })}${sla(`outcome.${outcome}`)}`,
          )
          .join(' · ')}
      />
      <Figure
        label={t('severity')}
        value={`${sla(`level.${severity.urgency}`)} / ${sla(`level.${severity.impact}`)}`}
        help={[`${sla('urgency')} / ${sla('impact')}`, ...special.map((name) => sla(name))].join(' · ')}
      />
    </FigureRow>
  );
}

/** What missing the next deadline costs; nothing for a role that may not ask. */
function Cost({ request: { contract, request, nextDeadlineAt } }: OfRequest) {
  const t = useWords(requestWords);
  const formats = useFormats();
  const may = useMay()('GET /api/v1/contracts/:contract/requests/:request/what-if');
  const { data } = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/requests/{request}/what-if',
    { params: { path: { contract, request }, query: { event: 'miss' } } },
    { enabled: may && nextDeadlineAt !== null, retry: false },
  );
  if (!may) return null;
  return (
    <Figure
      label={t('missCost')}
      value={data && nextDeadlineAt !== null ? formats.money(data.cost) : '–'}
      help={nextDeadlineAt === null ? t('missNothing') : t('missHelp')}
    />
  );
}
