import { Button, Form, Input } from 'antd';
import { Panel } from '~/parts/panel';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { type Session } from '~/api/session';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { signInWords } from './words';

interface Change {
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** A password that somebody else gave has to be replaced first. */
export function NewPassword({ onDone }: { readonly onDone: (session: Session) => void }) {
  const t = useWords(signInWords);
  const change = useAct({
    act: (body: Change) => answered(client.PUT('/api/v1/sessions/current/password', { body })),
    onDone,
  });
  const rules = [{ required: true, message: t('needed') }];
  return (
    <Panel title={t('newPassword')} about={t('newPasswordHelp')}>
      <Form<Change> layout="vertical" requiredMark={false} onFinish={(body) => change.mutate(body)}>
        <Form.Item name="currentPassword" label={t('current')} rules={rules}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="newPassword" label={t('next')} rules={rules}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        {change.error !== null && <ProblemAlert error={change.error} />}
        <Button type="primary" htmlType="submit" block loading={change.isPending} className="form-end">
          {t('choose')}
        </Button>
      </Form>
    </Panel>
  );
}
