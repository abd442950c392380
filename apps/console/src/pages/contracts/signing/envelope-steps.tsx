import { type Column, DataTable } from '~/parts/data-table';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { type Envelope } from './envelope-panel';
import { signingWords } from './words';

type Step = Envelope['steps'][number];

/** Each step with where it came from: what the certificate prints. */
export function EnvelopeSteps({ envelope: { steps } }: { readonly envelope: Envelope }) {
  const t = useWords(signingWords);
  const { instant } = useFormats();
  const { terms } = useContract();
  const columns: Column<Step>[] = [
    { key: 'at', title: t('when'), cell: ({ at }) => instant(at, terms.zone) },
    { key: 'kind', title: t('status'), cell: ({ kind }) => t(`step.${kind}`) },
    { key: 'by', title: t('by'), cell: ({ by }) => by },
    {
      key: 'how',
      title: t('how'),
      isExtra: true,
      cell: ({ provenance }) =>
        provenance &&
        `${t(`channel.${provenance.channel}`)} · ${provenance.identity}${provenance.address === '' ? '' : ` · ${provenance.address}`}`,
    },
    { key: 'reason', title: t('reason'), isExtra: true, cell: ({ reason }) => reason },
  ];
  return (
    <details className="steps">
      <summary>{t('steps')}</summary>
      <DataTable
        caption={t('steps')}
        columns={columns}
        rows={steps}
        rowKey={({ at, kind, signer }) => `${at} ${kind} ${signer ?? ''}`}
      />
    </details>
  );
}
