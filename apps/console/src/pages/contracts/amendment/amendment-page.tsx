import { Link, useParams } from '@tanstack/react-router';
import { Alert, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { PactaError } from '#client/client';
import { Asked } from '~/parts/asked';
import { Facts } from '~/parts/facts';
import { FaultList } from '~/parts/fault-list';
import { Panel } from '~/parts/panel';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { AmendmentStatus } from '../changes/amendments-panel';
import { useContract } from '../contract/contract';
import { AmendmentActs } from './amendment-acts';
import { ChangesPanel } from './changes-panel';
import { PreviewPanel } from './preview-panel';
import { amendmentWords } from './words';

export type Amendment = components['schemas']['ContractAmendment'];

/** One amendment: what it changes, what comes of it, how it is signed. */
export function AmendmentPage() {
  const t = useWords(amendmentWords);
  const { contract, amendment } = useParams({ from: '/shell/contracts/$contract/changes/$amendment' });
  const query = useAmendment(contract, amendment);
  return (
    <>
      <p>
        <Link to="/contracts/$contract/changes" params={{ contract }}>
          {t('all')}
        </Link>
      </p>
      <Asked query={query} rows={8}>
        {({ data, etag }) => (
          <>
            <Panel
              title={t('title', { id: data.id })}
              about={<AmendmentStatus status={data.status} />}
              extra={<AmendmentActs amendment={data} etag={etag} />}
            >
              <AmendmentFacts amendment={data} />
            </Panel>
            <ChangesPanel amendment={data} />
            {(data.status === 'draft' || data.status === 'signing' || data.status === 'agreed') && (
              <PreviewPanel contract={contract} amendment={data.id} />
            )}
          </>
        )}
      </Asked>
    </>
  );
}

/** With the version that was looked at: a change of the draft is refused where somebody else was faster. */
function useAmendment(contract: string, amendment: string) {
  const params = { path: { contract, amendment } };
  return useQuery({
    queryKey: ['get', '/api/v1/contracts/{contract}/amendments/{amendment}', { params }],
    queryFn: async () => {
      const answer = await client.GET('/api/v1/contracts/{contract}/amendments/{amendment}', { params });
      if (!answer.data) throw new PactaError(answer.response.status, answer.error);
      return { data: answer.data, etag: answer.response.headers.get('etag') };
    },
  });
}

function AmendmentFacts({ amendment }: { readonly amendment: Amendment }) {
  const t = useWords(amendmentWords);
  const { date, instant } = useFormats();
  const { terms, id: contract } = useContract();
  const { effectiveDate, reason, agreedAt, draft, envelope, faults } = amendment;
  return (
    <Flex vertical gap="middle">
      <Facts
        facts={[
          { key: 'effective', label: t('effective'), value: date(effectiveDate) },
          { key: 'reason', label: t('reason'), value: reason },
          ...(draft
            ? [
                {
                  key: 'drawn',
                  label: t('drawnUp'),
                  value: t('by', { at: instant(draft.changedAt, terms.zone), by: draft.changedBy }),
                },
              ]
            : []),
          ...(agreedAt === null
            ? []
            : [{ key: 'agreed', label: t('agreedAt'), value: instant(agreedAt, terms.zone) }]),
        ]}
      />
      {envelope !== null && (
        <Link to="/contracts/$contract/signing" params={{ contract }}>
          {t('toSigning')}
        </Link>
      )}
      {faults.length > 0 && (
        <Alert type="error" showIcon title={t('faults')} description={<FaultList faults={faults} />} />
      )}
    </Flex>
  );
}
