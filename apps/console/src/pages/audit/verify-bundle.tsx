import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Input } from 'antd';
import { FileDrop } from '~/parts/file-drop';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useWords } from '~/words/words';
import { BundleReportView } from './bundle-report';
import { HereProblem } from './here-problem';
import { proofWords } from './proof-words';

/** A bundle that is dropped is verified in the page, by the verifier that every bundle carries. */
export function VerifyBundle() {
  const t = useWords(proofWords);
  const id = useId();
  const [key, setKey] = useState('');
  const verify = useMutation({
    mutationFn: async (file: File) => {
      const { verifyArchive } = await import('#verifier/verify');
      const expected = key.trim() === '' ? {} : { key: key.trim() };
      return verifyArchive(new Uint8Array(await file.arrayBuffer()), expected);
    },
  });
  const { error } = verify;
  return (
    <Panel title={t('verify')} about={t('verifyAbout')}>
      <div className="audit-field">
        <label htmlFor={id}>{t('expectedKey')}</label>
        <Input
          id={id}
          value={key}
          onChange={({ target }) => setKey(target.value)}
          placeholder="3f0a 91c2 …"
        />
        <Secondary>{t('expectedHelp')}</Secondary>
      </div>
      <FileDrop
        label={verify.isPending ? t('verifying') : t('drop')}
        help={t('dropHelp')}
        accept=".zip,application/zip"
        isBusy={verify.isPending}
        onFile={(file) => verify.mutate(file)}
      />
      <div aria-live="polite" className="form-end">
        {error !== null && <HereProblem error={error} />}
        {verify.data && <BundleReportView report={verify.data} isKeyTold={key.trim() !== ''} />}
      </div>
    </Panel>
  );
}
