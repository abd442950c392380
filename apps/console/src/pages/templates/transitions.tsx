import { useState } from 'react';
import { Button, Form, Input, Modal } from 'antd';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { useSession } from '~/api/session';
import { ProblemAlert } from '~/parts/problem-alert';
import { Secondary } from '~/parts/text';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { type Version } from './version-page';
import { templateWords } from './words';

type Action = Exclude<Version['actions'][number], 'edit'>;

/** The buttons that the table of states gives the caller; where it gives none, why. */
export function Transitions({ data }: { readonly data: Version }) {
  const t = useWords(templateWords);
  const [asked, setAsked] = useState<Action | null>(null);
  const actions = data.actions.filter((action) => action !== 'edit');
  if (actions.length === 0 && !data.actions.includes('edit')) return <NoActions data={data} />;
  return (
    <>
      {actions.map((action) => (
        <Button
          key={action}
          type={action === 'approve' || action === 'submit' ? 'primary' : 'default'}
          danger={action === 'discard'}
          onClick={() => setAsked(action)}
        >
          {t(action)}
        </Button>
      ))}
      {asked && <Question action={asked} data={data} onClose={() => setAsked(null)} />}
    </>
  );
}

function NoActions({ data: { origin, state } }: { readonly data: Version }) {
  const t = useWords(templateWords);
  const { role } = useSession();
  const isMaker = role === 'administrator' || role === 'reviewer';
  if (!isMaker) return null;
  const why = origin === 'shipped' ? t('whyShipped') : state === 'inReview' ? t('whyReview') : t('whyElse');
  return <Secondary>{t('noActions', { why })}</Secondary>;
}

interface QuestionProps {
  readonly action: Action;
  readonly data: Version;
  readonly onClose: () => void;
}

/** Says what an action leads to, and takes the reason. */
function Question({ action, data, onClose }: QuestionProps) {
  const t = useWords(templateWords);
  const [form] = Form.useForm<{ readonly reason?: string }>();
  const { template, version, revision } = data;
  const act = useAct({
    act: ({ reason }: { readonly reason?: string }) =>
      answered(
        client.POST('/api/v1/templates/{template}/versions/{version}/transitions', {
          params: { path: { template, version } },
          body: { action, revision, ...(reason && { reason }) },
        }),
      ),
    done: t('done'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t(action)}
      okText={t(action)}
      okButtonProps={{ danger: action === 'discard' }}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t(`sure.${action}`)}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => act.mutate(values)}>
        <Form.Item
          name="reason"
          label={t('reason')}
          extra={t('reasonHelp')}
          rules={action === 'return' ? [{ required: true, message: t('needed') }] : []}
        >
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
      {act.error !== null && <ProblemAlert error={act.error} />}
    </Modal>
  );
}
