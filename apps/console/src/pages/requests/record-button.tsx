import { useState } from 'react';
import { Button } from 'antd';
import { PlusOutlined } from '@ant-design/icons';
import { useMay } from '~/api/policy';
import { useHotkey } from '~/parts/use-hotkey';
import { useWords } from '~/words/words';
import { RecordDrawer } from './record-drawer';
import { requestsWords } from './words';

/** The button and the key that open the drawer; nothing for a role that only reads. */
export function RecordButton({ type = 'primary' }: { readonly type?: 'primary' | 'default' }) {
  const t = useWords(requestsWords);
  const may = useMay()('POST /api/v1/contracts/:contract/requests');
  const [isOpen, setOpen] = useState(false);
  useHotkey('n', may ? () => setOpen(true) : null);
  if (!may) return null;
  return (
    <>
      <Button
        type={type}
        icon={<PlusOutlined />}
        title={t('recordKey')}
        aria-keyshortcuts="n"
        onClick={() => setOpen(true)}
      >
        {t('record')} <kbd className="key">n</kbd>
      </Button>
      <RecordDrawer isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
