import { useNavigate } from '@tanstack/react-router';
import { App, Drawer } from 'antd';
import { answered } from '#client/client';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { bodyOf, type Draft } from './draft';
import { RecordForm } from './record-form';
import { recordWords } from './record-words';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Recording a request: by the keyboard alone in seconds, and what the contract makes of it before it is saved. */
export function RecordDrawer({ isOpen, onClose }: Props) {
  const t = useWords(recordWords);
  const navigate = useNavigate();
  const { message } = App.useApp();
  const record = useAct({
    act: ({ draft, zone }: { readonly draft: Draft; readonly zone: string }, client) =>
      answered(
        client.POST('/api/v1/contracts/{contract}/requests', {
          params: { path: { contract: draft.contract } },
          body: bodyOf(draft, zone),
        }),
      ),
    onDone: (request) => {
      onClose();
      void message.success(`${t('saved')}: ${request.request}`);
      const params = { contract: request.contract, request: request.request };
      return void navigate({ to: '/contracts/$contract/requests/$request', params });
    },
  });
  return (
    <Drawer
      open={isOpen}
      onClose={onClose}
      title={t('title')}
      size={Math.min(560, window.innerWidth)}
      destroyOnHidden
      afterOpenChange={(open) => {
        if (open) document.querySelector<HTMLElement>('[data-first-field] input')?.focus();
        else record.reset();
      }}
    >
      <RecordForm
        isPending={record.isPending}
        error={record.error}
        onRecord={(draft, zone) => record.mutate({ draft, zone })}
      />
    </Drawer>
  );
}
