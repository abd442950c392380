import { useState } from 'react';
import { Button, Flex, Form } from 'antd';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { MomentInput } from '~/parts/moment-input';
import { Panel } from '~/parts/panel';
import { useUntil } from '~/parts/until';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { ClausesPanel } from './clauses-panel';
import { ParametersPanel } from './parameters-panel';
import { TargetsPanel } from './targets-panel';
import { TermsFigures } from './terms-figures';
import { termsWords } from './words';

export type TermsAt = components['schemas']['TermsAt'];

/** What is agreed, now or at any other instant. */
export function TermsPage() {
  const t = useWords(termsWords);
  const { id, terms } = useContract();
  const [at, setAt] = useState<string>();
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/terms', {
    params: { path: { contract: id }, query: at === undefined ? {} : { at } },
  });
  return (
    <>
      <Flex gap="small" align="flex-start" wrap>
        <Form.Item label={t('at')} htmlFor="terms-at" extra={t('atHelp')}>
          <MomentInput id="terms-at" zone={terms.zone} value={at} onChange={setAt} />
        </Form.Item>
        {at !== undefined && <Button onClick={() => setAt(undefined)}>{t('now')}</Button>}
      </Flex>
      <Asked query={query} rows={8}>
        {(agreed) => (
          <>
            <Panel title={t('figures')} about={<Since agreed={agreed} />}>
              <TermsFigures agreed={agreed} />
            </Panel>
            {Object.keys(agreed.targets).length > 0 && <TargetsPanel targets={agreed.targets} />}
          </>
        )}
      </Asked>
      <ClausesPanel contract={id} at={at} />
      {query.data && <ParametersPanel agreed={query.data} />}
    </>
  );
}

function Since({ agreed: { since, until, amendments } }: { readonly agreed: TermsAt }) {
  const t = useWords(termsWords);
  const untilText = useUntil();
  const { terms } = useContract();
  const parts = [
    since !== null && t('since', { since: untilText(since, terms.zone) }),
    until !== null && t('until', { until: untilText(until, terms.zone) }),
    amendments.length > 0 && t('byAmendments', { ids: amendments.map(({ id }) => id).join(', ') }),
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}
