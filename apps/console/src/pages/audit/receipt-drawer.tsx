import { Drawer } from 'antd';
import { api } from '~/api/api';
import { Asked } from '~/parts/asked';
import { useWords } from '~/words/words';
import { ReceiptView } from './receipt-view';
import { type OfContract, useAuditSearch } from './shared';
import { auditWords } from './words';

/** A receipt over the page; its address can be handed on. */
export function ReceiptDrawer({ contract, zone, receipt }: OfContract & { readonly receipt: string }) {
  const t = useWords(auditWords);
  const { set } = useAuditSearch(contract);
  const query = api.useQuery('get', '/api/v1/contracts/{contract}/receipts/{receipt}', {
    params: { path: { contract, receipt } },
  });
  return (
    <Drawer
      open
      title={t('receipt', { id: receipt })}
      size={Math.min(760, window.innerWidth)}
      onClose={() => set({ receipt: undefined })}
    >
      <Asked query={query}>{(data) => <ReceiptView receipt={data} zone={zone} />}</Asked>
    </Drawer>
  );
}
