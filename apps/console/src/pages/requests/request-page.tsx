import { useParams } from '@tanstack/react-router';
import { Flex } from 'antd';
import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { ContractLink } from '~/parts/contract-link';
import { PageHead } from '~/parts/page-head';
import { PriorityTag, RequestStatusTag } from '~/parts/sla-tags';
import { ClockTag } from '~/parts/tags';
import { useFormats } from '~/words/formats';
import { slaWords } from '~/words/sla';
import { useWords } from '~/words/words';
import '~/parts/sla.css';
import { Actions } from './actions';
import { Attachments } from './attachments';
import { Glance } from './glance';
import { Misses } from './misses';
import { PriorityWhy } from './priority-why';
import { type Request } from './request';
import { RecordButton } from './record-button';
import { requestWords } from './request-words';
import './requests.css';
import { Story } from './story';
import { Targets } from './targets';
import { WhatIfPanel } from './what-if';

/** A request: what is due, why, what can be done, and what hangs on it. */
export function RequestPage() {
  const { contract, request } = useParams({ from: '/shell/contracts/$contract/requests/$request' });
  const t = useWords(requestWords);
  const path = { contract, request };
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/requests/{request}', { params: { path } });
  const { data: whole } = api.useQuery('get', '/api/v1/contracts/{contract}', {
    params: { path: { contract } },
  });
  const zone = whole?.terms.zone ?? 'Asia/Shanghai';
  return (
    <>
      {!query.data && <PageHead title={t('title', { request })} />}
      <Asked query={query}>
        {(data) => <Page request={accountedBy(data, whole?.accountedThrough)} zone={zone} />}
      </Asked>
    </>
  );
}

/** A request that nothing happened to stands behind the clock of its contract: what is meant is the clock. */
function accountedBy(request: Request, contractThrough = ''): Request {
  const { accountedThrough } = request;
  const isBehind = accountedThrough < contractThrough;
  return isBehind ? { ...request, accountedThrough: contractThrough } : request;
}

function Page({ request, zone }: { readonly request: Request; readonly zone: string }) {
  const t = useWords(requestWords);
  const may = useMay();
  return (
    <>
      <PageHead
        title={t('title', { request: request.request })}
        tags={
          <>
            <PriorityTag priority={request.priority} />
            <RequestStatusTag status={request.status} />
            <ClockTag clock={request.clock} />
          </>
        }
        about={<About request={request} zone={zone} />}
        extra={<RecordButton type="default" />}
      />
      <Glance request={request} zone={zone} />
      <Actions request={request} zone={zone} />
      <Targets request={request} zone={zone} />
      <PriorityWhy request={request} />
      {request.contractEndedAt === null &&
        may('GET /api/v1/contracts/:contract/requests/:request/what-if') && (
          <WhatIfPanel request={request} zone={zone} />
        )}
      <Misses request={request} zone={zone} />
      <Attachments request={request} zone={zone} />
      <Story request={request} zone={zone} />
    </>
  );
}

function About({ request, zone }: { readonly request: Request; readonly zone: string }) {
  const t = useWords(requestWords);
  const sla = useWords(slaWords);
  const formats = useFormats();
  const { contract, recordedAt, receivedAt, recordingGapSeconds, channel, clock, accountedThrough } = request;
  const said = [
    t('recorded', { at: formats.instant(recordedAt, zone) }),
    ...(channel === null ? [] : [sla(`channel.${channel}`)]),
    ...(receivedAt === null
      ? []
      : [
          t('received', {
            at: formats.instant(receivedAt, zone),
            gap: formats.duration(recordingGapSeconds ?? 0),
          }),
        ]),
    ...(request.ratings.length === 0
      ? []
      : [t('ratings', { scores: request.ratings.map(({ score }) => score).join(', ') })]),
  ];
  return (
    <Flex vertical>
      <span>
        {t('contract')} <ContractLink contract={contract} /> · {said.join(' · ')}
      </span>
      {clock === 'manual' && <span>{t('accounted', { at: formats.instant(accountedThrough, zone) })}</span>}
      {request.contractEndedAt !== null && (
        <span>{t('ended', { at: formats.instant(request.contractEndedAt, zone) })}</span>
      )}
    </Flex>
  );
}
