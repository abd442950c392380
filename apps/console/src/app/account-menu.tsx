import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, Flex, type MenuProps, Tag } from 'antd';
import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { type Liveness } from '~/api/live';
import { useSession, useSignOut } from '~/api/session';
import { commonWords } from '~/words/common';
import { useLanguage, useWords } from '~/words/words';
import { type Appearance, prefer, usePreferences } from './preferences';

const APPEARANCES: readonly Appearance[] = ['light', 'dark', 'system'];

interface Props {
  readonly liveness: Liveness;
  readonly isWide: boolean;
}

/** The right end of the head: live or not, the language, who is signed in. */
export function AccountMenu({ liveness, isWide }: Props) {
  const t = useWords(commonWords);
  const session = useSession();
  const items = useItems();
  return (
    <Flex gap="small" align="center">
      {isWide && (
        <Tag color={liveness === 'live' ? 'success' : 'warning'} role="status">
          {liveness === 'live' ? t('live') : t('connecting')}
        </Tag>
      )}
      <LanguageSwitch />
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button type="text" icon={<UserOutlined />} aria-label={`${t('account')}: ${session.name}`}>
          {isWide && (
            <>
              {session.name} <DownOutlined />
            </>
          )}
        </Button>
      </Dropdown>
    </Flex>
  );
}

/** One button between the two languages; each is named in itself. */
export function LanguageSwitch() {
  const t = useWords(commonWords);
  const language = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" lang={other} onClick={() => prefer({ language: other })}>
      {t('otherLanguage')}
    </Button>
  );
}

function useItems(): NonNullable<MenuProps['items']> {
  const t = useWords(commonWords);
  const session = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const { appearance } = usePreferences();
  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
  };
  return [
    { key: 'who', type: 'group', label: `${session.login} · ${t(`role.${session.role}`)}` },
    { type: 'divider' },
    ...APPEARANCES.map((each) => ({
      key: each,
      label: `${t('appearance')}: ${t(each)}`,
      extra: each === appearance ? '✓' : '',
      onClick: () => prefer({ appearance: each }),
    })),
    { type: 'divider' },
    { key: 'leave', label: t('signOut'), onClick: () => void leave() },
  ];
}
