import { Button, Flex } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { Panel } from '~/parts/panel';
import { fetchBytes, saveBytes } from '~/parts/save-file';
import { useWords } from '~/words/words';
import { BundleReportView } from './bundle-report';
import { HereProblem } from './here-problem';
import { proofWords } from './proof-words';

/** All evidence in one file, to be verified anywhere. */
export function BundlePanel({ contract }: { readonly contract: string }) {
  const t = useWords(proofWords);
  const fetching = useMutation({
    mutationFn: async (wish: 'download' | 'verify') => {
      const bytes = await fetchBytes(`/api/v1/contracts/${encodeURIComponent(contract)}/bundle`);
      saveBytes(bytes, `${contract}-bundle.zip`, 'application/zip');
      if (wish === 'download') return null;
      const { verifyArchive } = await import('#verifier/verify');
      return verifyArchive(bytes);
    },
  });
  const isBusy = (wish: 'download' | 'verify') => fetching.isPending && fetching.variables === wish;
  return (
    <Panel title={t('bundle')} about={t('bundleAbout')}>
      <Flex gap="small" wrap>
        <Button type="primary" loading={isBusy('download')} onClick={() => fetching.mutate('download')}>
          {t('download')}
        </Button>
        <Button loading={isBusy('verify')} onClick={() => fetching.mutate('verify')}>
          {t('downloadVerify')}
        </Button>
      </Flex>
      <div aria-live="polite" className="form-end">
        {fetching.error !== null && <HereProblem error={fetching.error} />}
        {fetching.data === null && t('exported', { name: `${contract}-bundle.zip` })}
        {fetching.data && <BundleReportView report={fetching.data} isKeyTold={false} />}
      </div>
    </Panel>
  );
}
