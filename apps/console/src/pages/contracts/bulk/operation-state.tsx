import { Flex, Tag } from 'antd';
import { useWords } from '~/words/words';
import { type Operation } from './start';
import { bulkWords } from './words';

const COLOURS: Readonly<Record<Operation['status'], string>> = {
  queued: 'default',
  running: 'processing',
  completed: 'success',
  cancelling: 'warning',
  cancelled: 'warning',
};

/** Where an operation is; one that is over with failures says so. */
export function OperationState({ operation: { status, failed } }: { readonly operation: Operation }) {
  const t = useWords(bulkWords);
  return (
    <Flex wrap gap={4}>
      <Tag color={COLOURS[status]}>{t(`statusOf.${status}`)}</Tag>
      {failed > 0 && <Tag color="error">{t('failures', { failed })}</Tag>}
    </Flex>
  );
}
