import { Link } from '@tanstack/react-router';
import { Button, Result } from 'antd';
import { useSession } from '~/api/session';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';

export function NotFound() {
  const t = useWords(commonWords);
  return (
    <Result
      status="404"
      title={t('notFound')}
      subTitle={t('notFoundHelp')}
      extra={<Link to="/">{t('toHome')}</Link>}
    />
  );
}

/** An error of the console itself: React could not draw the page. */
export function Broken({ error }: { readonly error: unknown }) {
  const t = useWords(commonWords);
  return (
    <Result
      status="error"
      title={t('broken')}
      subTitle={`${t('brokenHelp')} (${error instanceof Error ? error.message : String(error)})`}
      extra={<Button onClick={() => window.location.reload()}>{t('retry')}</Button>}
    />
  );
}

/** A page that the policy does not give the role; its address may have been handed on by somebody else. */
export function Forbidden() {
  const t = useWords(commonWords);
  const { role } = useSession();
  return (
    <Result
      status="403"
      title={t('forbidden')}
      subTitle={t('forbiddenHelp', { role: t(`role.${role}`) })}
      extra={<Link to="/">{t('toHome')}</Link>}
    />
  );
}
