import { type ReactNode } from 'react';
import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { type Column, DataTable } from '~/parts/data-table';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { documentWords } from './words';

export type PactaDocument = components['schemas']['DocumentList']['items'][number];
export type Kind = keyof (typeof documentWords)['en']['kinds'];

const FORMATS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
};

interface Props {
  readonly documents: readonly PactaDocument[];
  readonly empty: ReactNode;
}

export function DocumentsTable({ documents, empty }: Props) {
  const t = useWords(documentWords);
  return (
    <DataTable
      caption={t('title')}
      columns={useDocumentColumns()}
      rows={documents}
      rowKey={documentKey}
      empty={empty}
    />
  );
}

export function documentKey({ sequence, sha256, fileName }: PactaDocument): string {
  return `${sequence} ${sha256} ${fileName}`;
}

export function useDocumentColumns(): Column<PactaDocument>[] {
  const t = useWords(documentWords);
  const formats = useFormats();
  const { terms } = useContract();
  return [
    { key: 'kind', title: t('kind'), cell: (document) => <Name document={document} /> },
    {
      key: 'language',
      title: t('language'),
      cell: ({ language, mediaType }) => (
        <Flex vertical>
          <span>{t(language === 'en' ? 'english' : 'chinese')}</span>
          <Secondary>{FORMATS[mediaType] ?? mediaType}</Secondary>
        </Flex>
      ),
    },
    {
      key: 'issued',
      title: t('issuedAt'),
      isExtra: true,
      cell: ({ issuedAt }) => formats.date(issuedAt, terms.zone),
    },
    {
      key: 'size',
      title: t('size'),
      align: 'end',
      isExtra: true,
      cell: ({ size }) => `${formats.number(Math.ceil(size / 1024))} KB`,
    },
    {
      key: 'download',
      title: '',
      cell: ({ address, fileName }) => (
        <a href={address} download={fileName} aria-label={t('downloadOf', { name: fileName })}>
          {t('download')}
        </a>
      ),
    },
  ];
}

function Name({ document: { kind, key, number } }: { readonly document: PactaDocument }) {
  const t = useWords(documentWords);
  const about = useAbout(key);
  return (
    <Flex vertical>
      <span>{kind in documentWords.en.kinds ? t(`kinds.${kind as Kind}`) : kind}</span>
      <Secondary>{[about, number].filter(Boolean).join(' · ')}</Secondary>
    </Flex>
  );
}

/** What a document is of, where its kind does not say it all. */
function useAbout(key: string | null): string {
  const t = useWords(documentWords);
  const { month } = useFormats();
  if (key === null) return '';
  if (key.startsWith('for-signature')) return t('forSignature');
  // A certificate is of the signing of the contract, of an amendment `A-1`, or of an agreement `T-1`.
  if (key === 'contract') return t('kinds.contract');
  const [, period, submitted] = /^(\d{4}-\d{2})(-submitted)?$/.exec(key) ?? [];
  if (period === undefined) return key;
  return submitted === undefined ? month(period) : `${month(period)} · ${t('submitted')}`;
}
