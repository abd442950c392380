import { Alert, Button, Flex } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { answered } from '#client/client';
import { client } from '~/api/api';
import { type Role, type Session } from '~/api/session';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { signInWords } from './words';

/** A door for each role of the demonstration; nothing where this is none. */
export function DemoEntrances({ onEntered }: { readonly onEntered: (session: Session) => void }) {
  const t = useWords(signInWords);
  const common = useWords(commonWords);
  const { data } = useQuery({
    queryKey: ['demo'],
    queryFn: () => answered(client.GET('/api/v1/sessions/demo')),
    staleTime: Infinity,
  });
  const enter = useAct({
    act: (role: Role) => answered(client.POST('/api/v1/sessions/demo', { body: { role } })),
    onDone: onEntered,
  });
  if (!data || data.roles.length === 0) return null;
  return (
    <section aria-label={t('demo')}>
      <Alert type="info" showIcon title={t('demo')} description={t('demoHelp')} />
      <div className="demo-doors">
        {data.roles.map((role) => (
          <Button
            key={role}
            className="demo-door"
            loading={enter.isPending && enter.variables === role}
            onClick={() => enter.mutate(role)}
          >
            <Flex vertical align="flex-start">
              <strong>{common(`role.${role}`)}</strong>
              <span className="text-secondary demo-door-help">{t(`roleHelp.${role}`)}</span>
            </Flex>
          </Button>
        ))}
      </div>
      {enter.error !== null && <ProblemAlert error={enter.error} />}
    </section>
  );
}
