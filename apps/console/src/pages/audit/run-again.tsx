import { Alert, Button, Flex } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { client } from '~/api/api';
import { HashText } from '~/parts/hash-text';
import { ProblemAlert } from '~/parts/problem-alert';
import { Secondary } from '~/parts/text';
import { useWords } from '~/words/words';
import { auditWords } from './words';

type Verification = components['schemas']['ReceiptVerification'];

/** Makes a decision again, and compares it to the letter. Nothing is written. */
export function RunAgain({ contract, receipt }: { readonly contract: string; readonly receipt: string }) {
  const t = useWords(auditWords);
  const again = useMutation({
    mutationFn: () =>
      answered(
        client.GET('/api/v1/contracts/{contract}/receipts/{receipt}/verification', {
          params: { path: { contract, receipt } },
        }),
      ),
  });
  return (
    <Flex vertical gap="small" aria-live="polite">
      <Flex gap="small" align="center" wrap>
        <Button type="primary" loading={again.isPending} onClick={() => again.mutate()}>
          {t('again')}
        </Button>
        <Secondary>{t('againHelp')}</Secondary>
      </Flex>
      {again.error !== null && <ProblemAlert error={again.error} />}
      {again.data && <Outcome verification={again.data} />}
    </Flex>
  );
}

function Outcome({ verification }: { readonly verification: Verification }) {
  const t = useWords(auditWords);
  const { outcome, hash, hashNow, differences, ledgerFaults } = verification;
  const isSame = outcome === 'same' && ledgerFaults.length === 0;
  return (
    <Alert
      showIcon
      type={isSame ? 'success' : outcome === 'unreceipted' ? 'info' : 'error'}
      title={t(`outcome.${outcome}`)}
      description={
        <>
          {hash !== null && (
            <div>
              {t('atTheTime')}: <HashText hash={hash} />
            </div>
          )}
          {hashNow !== null && (
            <div>
              {t('now')}: <HashText hash={hashNow} />
            </div>
          )}
          <ul className="problem-members">
            {differences.map(({ path, recorded, now }) => (
              <li key={path}>
                {t('difference', { path, recorded: JSON.stringify(recorded), now: JSON.stringify(now) })}
              </li>
            ))}
            {ledgerFaults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </>
      }
    />
  );
}
