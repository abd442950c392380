import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { type components } from '#client/openapi';
import { api, problemOf } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { HashText } from '~/parts/hash-text';
import { Panel } from '~/parts/panel';
import { Teach } from '~/parts/teach';
import { Danger, Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { HereProblem } from './here-problem';
import { proofWords } from './proof-words';
import { type OfContract } from './shared';

type Proof = components['schemas']['LedgerProof'];

/** That a checkpoint saw this ledger, checked in the page. */
export function SeenPanel({ contract, zone }: OfContract) {
  const t = useWords(proofWords);
  const [checkpoint, setCheckpoint] = useState<number | null>(null);
  const query = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/ledger/proof',
    { params: { path: { contract }, query: checkpoint === null ? {} : { checkpoint } } },
    { retry: false },
  );
  const isUnseen = problemOf(query.error)?.code === 'unknownCheckpoint';
  return (
    <Panel
      title={t('proof')}
      about={t('proofAbout')}
      extra={<Which value={checkpoint} onChange={setCheckpoint} zone={zone} />}
    >
      {isUnseen ? (
        <Teach title={t('noProof')} help={t('noProofHelp')} />
      ) : (
        <Asked query={query}>{(proof) => <Shown proof={proof} zone={zone} />}</Asked>
      )}
    </Panel>
  );
}

interface WhichProps {
  readonly value: number | null;
  readonly onChange: (checkpoint: number | null) => void;
  readonly zone: string;
}

function Which({ value, onChange, zone }: WhichProps) {
  const t = useWords(proofWords);
  const formats = useFormats();
  const id = useId();
  const may = useMay()('GET /api/v1/checkpoints');
  const { data } = api.useQuery(
    'get',
    '/api/v1/checkpoints',
    { params: { query: { limit: 200 } } },
    { enabled: may },
  );
  if (!may) return null;
  return (
    <div className="audit-filters">
      <label htmlFor={id}>{t('which')}</label>
      <Select
        id={id}
        value={value ?? 0}
        onChange={(next) => onChange(next === 0 ? null : next)}
        popupMatchSelectWidth={false}
        options={[
          { value: 0, label: t('latest') },
          ...(data?.items ?? []).map(({ sequence, at }) => ({
            value: sequence,
            label: `${sequence} · ${formats.short(at, zone)}`,
          })),
        ]}
      />
    </div>
  );
}

function Shown({ proof, zone }: { readonly proof: Proof; readonly zone: string }) {
  const t = useWords(proofWords);
  const formats = useFormats();
  const { checkpoint, sequence, hash, path } = proof;
  const at = formats.instant(checkpoint.at, zone);
  return (
    <>
      <p>{t('upTo', { sequence: String(sequence), checkpoint: String(checkpoint.sequence), at })}</p>
      <Checked proof={proof} />
      <dl className="fact-rows">
        <dt>{t('leaf')}</dt>
        <dd>
          <HashText hash={hash} /> <Secondary>{t('path', { count: path.length })}</Secondary>
        </dd>
        <dt>{t('root')}</dt>
        <dd>
          <HashText hash={checkpoint.root} />
        </dd>
        <dt>{t('key')}</dt>
        <dd>
          <code>{checkpoint.keyFingerprint}</code>
          <div>
            <Secondary>{t('keyHelp')}</Secondary>
          </div>
        </dd>
      </dl>
    </>
  );
}

/** Signature and path, by the verifier in the page: it does not take the server's word. */
function Checked({ proof }: { readonly proof: Proof }) {
  const t = useWords(proofWords);
  const { data, error } = useQuery({
    queryKey: ['proof-check', proof.contract, proof.sequence, proof.checkpoint.sequence],
    queryFn: async () => (await import('./check-proof')).checkProof(proof),
    staleTime: Infinity,
    retry: false,
  });
  if (error !== null) return <HereProblem error={error} />;
  if (!data) return null;
  return (
    <ul className="conditions">
      <li>{t('inPage')}</li>
      <li>{data.isSigned ? <Good>{t('signed')}</Good> : <Danger>✗ {t('notSigned')}</Danger>}</li>
      <li>{data.leads ? <Good>{t('leads')}</Good> : <Danger>✗ {t('leadsNot')}</Danger>}</li>
    </ul>
  );
}

function Good({ children }: { readonly children: string }) {
  return <span className="text-success">✓ {children}</span>;
}
