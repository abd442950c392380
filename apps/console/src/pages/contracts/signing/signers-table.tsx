import { Flex, Tag } from 'antd';
import { useMay } from '~/api/policy';
import { type Column, DataTable } from '~/parts/data-table';
import { Secondary } from '~/parts/text';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { type Envelope } from './envelope-panel';
import { LinkDialog } from './link-dialog';
import { signingWords } from './words';

type Signer = Envelope['signers'][number];

const COLOURS: Readonly<Record<Signer['status'], string>> = {
  waiting: 'default',
  invited: 'processing',
  viewed: 'processing',
  signed: 'success',
  declined: 'error',
  delegated: 'default',
};

export function SignersTable({ envelope }: { readonly envelope: Envelope }) {
  const t = useWords(signingWords);
  const columns = useSignerColumns(envelope);
  return (
    <div className="form-end">
      <DataTable caption={t('signers')} columns={columns} rows={envelope.signers} rowKey={({ id }) => id} />
    </div>
  );
}

function useSignerColumns({ id: envelope, status: state }: Envelope): Column<Signer>[] {
  const t = useWords(signingWords);
  const common = useWords(commonWords);
  const may = useMay();
  const { id: contract } = useContract();
  const columns: Column<Signer>[] = [
    { key: 'turn', title: t('turn'), isExtra: true, cell: ({ turn }) => turn },
    {
      key: 'name',
      title: t('signer'),
      cell: ({ party, name, title, email }) => (
        <Flex vertical>
          <span>{name}</span>
          <Secondary>{`${common(`party.${party}`)} · ${title}`}</Secondary>
          <Secondary>{email}</Secondary>
        </Flex>
      ),
    },
    {
      key: 'status',
      title: t('status'),
      cell: ({ status }) => <Tag color={COLOURS[status]}>{t(`signerStatus.${status}`)}</Tag>,
    },
  ];
  const mayLink = may('POST /api/v1/contracts/:contract/envelopes/:envelope/signers/:signer/link');
  if (!mayLink || state !== 'open') return columns;
  return [
    ...columns,
    {
      key: 'link',
      title: t('link'),
      cell: ({ id, name, status }) =>
        (status === 'invited' || status === 'viewed') && (
          <LinkDialog contract={contract} envelope={envelope} signer={id} name={name} />
        ),
    },
  ];
}
