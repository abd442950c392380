import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Card, Flex, Form, Input } from 'antd';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { type Session, sessionQuery } from '~/api/session';
import { LanguageSwitch } from '~/app/account-menu';
import { PageHead } from '~/parts/page-head';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { DemoEntrances } from './demo-entrances';
import { NewPassword } from './new-password';
import { signInWords } from './words';

/** Who are you? In the demonstration one may be anybody. */
export function SignInPage() {
  const t = useWords(signInWords);
  const enter = useEntered();
  const { data: session } = useQuery(sessionQuery);
  return (
    <main className="sign-in">
      <Flex justify="space-between" align="center">
        <img src="/console/pacta.svg" alt="Pacta" width={40} height={40} />
        <LanguageSwitch />
      </Flex>
      <PageHead title={t('title')} about={t('promise')} />
      {session?.mustChangePassword ? (
        <NewPassword onDone={enter} />
      ) : (
        <Flex vertical gap="large">
          <DemoEntrances onEntered={enter} />
          <Entrance onEntered={enter} />
        </Flex>
      )}
    </main>
  );
}

/** Goes where one wanted to go before one was asked. */
function useEntered(): (session: Session) => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { to = '/' } = useSearch({ from: '/sign-in' });
  return (session) => {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
    if (!session.mustChangePassword) void navigate({ href: to });
  };
}

interface Credentials {
  readonly login: string;
  readonly password: string;
}

function Entrance({ onEntered }: { readonly onEntered: (session: Session) => void }) {
  const t = useWords(signInWords);
  const signIn = useAct({
    act: (body: Credentials) => answered(client.POST('/api/v1/sessions', { body })),
    onDone: onEntered,
  });
  const rules = [{ required: true, message: t('needed') }];
  return (
    <Card>
      <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(body) => signIn.mutate(body)}>
        <Form.Item name="login" label={t('login')} rules={rules}>
          <Input autoComplete="username" />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={rules}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        {signIn.error !== null && <ProblemAlert error={signIn.error} />}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending} className="form-end">
          {t('enter')}
        </Button>
      </Form>
    </Card>
  );
}
