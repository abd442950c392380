import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { useWords } from '~/words/words';
import { proofWords } from './proof-words';

/** Reads the whole chain again, when it is asked to. */
export function ChainPanel({ contract }: { readonly contract: string }) {
  const t = useWords(proofWords);
  const check = useMutation({
    mutationFn: () =>
      answered(
        client.GET('/api/v1/contracts/{contract}/ledger/verification', { params: { path: { contract } } }),
      ),
  });
  return (
    <Panel
      title={t('chain')}
      about={t('chainAbout')}
      extra={
        <Button type="primary" loading={check.isPending} onClick={() => check.mutate()}>
          {t('checkChain')}
        </Button>
      }
    >
      <div aria-live="polite">
        {check.error !== null && <ProblemAlert error={check.error} />}
        {check.data && check.data.faults.length === 0 && (
          <Alert type="success" showIcon title={t('chainWhole', { entries: check.data.entries })} />
        )}
        {check.data && check.data.faults.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t('chainBroken')}
            description={
              <ul className="problem-members">
                {check.data.faults.map((fault) => (
                  <li key={fault}>{fault}</li>
                ))}
              </ul>
            }
          />
        )}
      </div>
    </Panel>
  );
}
