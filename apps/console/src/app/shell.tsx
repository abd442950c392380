import { useState } from 'react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Alert, Button, Drawer, Flex, Grid, Layout, Menu, type MenuProps } from 'antd';
import { MenuOutlined } from '@ant-design/icons';
import { useLive } from '~/api/live';
import { useMay } from '~/api/policy';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { AccountMenu } from './account-menu';
import { SECTIONS } from './sections';

/** What stands around every page: where one can go, who one is, whether the page is live. */
export function Shell() {
  const t = useWords(commonWords);
  const isWide = Grid.useBreakpoint().lg ?? window.innerWidth >= 992;
  const [isMenuOpen, setMenuOpen] = useState(false);
  const liveness = useLive();
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      {isWide && (
        <Layout.Sider width={216} className="sider">
          <Brand />
          <Navigation />
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="head">
          {isWide ? (
            <span />
          ) : (
            <Flex gap="small" align="center">
              <Button
                type="text"
                icon={<MenuOutlined />}
                aria-label={t('openMenu')}
                onClick={() => setMenuOpen(true)}
              />
              <Brand />
            </Flex>
          )}
          <AccountMenu liveness={liveness} isWide={isWide} />
        </Layout.Header>
        {liveness === 'lost' && <Alert banner type="warning" title={t('lost')} role="status" />}
        <main id="content" className="content" tabIndex={-1}>
          <Outlet />
        </main>
      </Layout>
      <Drawer
        open={isMenuOpen && !isWide}
        placement="left"
        size={260}
        title={t('product')}
        onClose={() => setMenuOpen(false)}
      >
        <Navigation onGone={() => setMenuOpen(false)} />
      </Drawer>
    </Layout>
  );
}

function Brand() {
  const t = useWords(commonWords);
  return (
    <Link to="/" className="brand">
      <img src="/console/pacta.svg" alt="" width={26} height={26} />
      <strong>{t('product')}</strong>
    </Link>
  );
}

function Navigation({ onGone }: { readonly onGone?: () => void }) {
  const t = useWords(commonWords);
  const may = useMay();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const own = SECTIONS.filter(({ route }) => route === null || may(route));
  const items: MenuProps['items'] = own.map(({ name, path: to, icon }) => ({
    key: to,
    icon,
    label: <Link to={to}>{t(name)}</Link>,
  }));
  const here = own.findLast(({ path: to }) => path === to || path.startsWith(`${to}/`))?.path ?? '/';
  return (
    <nav aria-label={t('navigation')}>
      <Menu
        mode="inline"
        items={items}
        selectedKeys={[here]}
        {...(onGone && { onClick: onGone })}
        className="menu"
      />
    </nav>
  );
}
