import { useId } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '~/api/policy';
import { ContractSelect } from '~/parts/contract-select';
import { PageHead } from '~/parts/page-head';
import { Panel } from '~/parts/panel';
import '~/parts/sla.css';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { AccessLog } from './access-log';
import './audit.css';
import { Checkpoints } from './checkpoints';
import { FindDocument } from './find-document';
import { VerifyBundle } from './verify-bundle';
import { auditWords } from './words';

/** Where an auditor begins. */
export function AuditPage() {
  const t = useWords(auditWords);
  const common = useWords(commonWords);
  const may = useMay();
  return (
    <>
      <PageHead title={common('audit')} about={t('about')} />
      <OpenContract />
      <div className="panel-pair">
        <VerifyBundle />
        {may('GET /api/v1/documents/by-hash/:sha256') && <FindDocument />}
      </div>
      <Checkpoints />
      {may('GET /api/v1/access-log') && <AccessLog />}
    </>
  );
}

function OpenContract() {
  const t = useWords(auditWords);
  const navigate = useNavigate();
  const id = useId();
  return (
    <Panel title={t('open')} about={t('openHelp')}>
      <label htmlFor={id} className="only-read">
        {t('contract')}
      </label>
      <ContractSelect
        id={id}
        value={undefined}
        onChange={(contract) =>
          void navigate({ to: '/contracts/$contract/audit', params: { contract }, search: {} })
        }
      />
    </Panel>
  );
}
