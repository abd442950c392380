import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { answered, everyItem, type ListPage } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { Asked } from '~/parts/asked';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useWho } from '~/parts/who';
import { useFormats } from '~/words/formats';
import { useSaid, useWords } from '~/words/words';
import { type OfRequest, type Request } from './request';
import { requestWords } from './request-words';

type Told = components['schemas']['Timeline']['past']['items'][number];

/** What the ledger tells of a request, in words. */
export function Story({ request, zone }: OfRequest) {
  const t = useWords(requestWords);
  const query = useQuery({
    queryKey: [
      'get',
      '/api/v1/contracts/{contract}/timeline',
      { params: { path: { contract: request.contract } } },
      request.request,
      request.accountedThrough,
      request.status,
    ],
    queryFn: () => storyOf(request),
    staleTime: 60_000,
  });
  return (
    <Panel title={t('story')} about={t('storyAbout')}>
      <Asked query={query}>
        {(told) =>
          told.length === 0 ? (
            <Secondary>{t('noStory')}</Secondary>
          ) : (
            <ol className="story">
              {told.map((line) => (
                <Line key={line.sequence} line={line} contract={request.contract} zone={zone} />
              ))}
            </ol>
          )
        }
      </Asked>
    </Panel>
  );
}

interface LineProps {
  readonly line: Told;
  readonly contract: string;
  readonly zone: string;
}

function Line({ line, contract, zone }: LineProps) {
  const t = useWords(requestWords);
  const said = useSaid();
  const who = useWho();
  const formats = useFormats();
  const { sequence, at, text, actor, clause } = line;
  return (
    <li>
      <span className="figures text-secondary">{formats.instant(at, zone)}</span>
      <div>
        {said({ en: text.en, zh: text['zh-CN'] })}
        <div>
          <Secondary>{t('by', { actor: who(actor), clause })}</Secondary>{' '}
          <Link
            to="/contracts/$contract/audit"
            params={{ contract }}
            search={{ tab: 'ledger', entry: sequence }}
          >
            {t('entryNumber', { sequence: String(sequence) })}
          </Link>
        </div>
      </div>
    </li>
  );
}

/** The timeline knows no requests: it is read back to where the request was put on record. */
async function storyOf({ contract, request, recordedAt }: Request): Promise<readonly Told[]> {
  const told: Told[] = [];
  const pages = everyItem(async (query): Promise<ListPage<Told>> => {
    const { past } = await answered(
      client.GET('/api/v1/contracts/{contract}/timeline', {
        params: { path: { contract }, query: { ...query, upcoming: 0 } },
      }),
    );
    return past;
  });
  for await (const line of pages) {
    if (line.request !== request) continue;
    told.push(line);
    if (line.kind === 'request.recorded' && line.at === recordedAt) break;
  }
  return told;
}
