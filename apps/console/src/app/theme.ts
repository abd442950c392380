import { useSyncExternalStore } from 'react';
import { theme, type ThemeConfig } from 'antd';
import { type Appearance } from './preferences';

const FONT =
  "'Noto Sans SC Variable', system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', sans-serif";

/** Colours that carry a meaning have 4.5:1 on their ground in both appearances. */
const LIGHT = {
  colorPrimary: '#1d4ed8',
  colorPrimaryHover: '#1a3fae',
  colorLink: '#1d4ed8',
  colorLinkHover: '#1a3fae',
  colorTextSecondary: '#475569',
  colorTextDescription: '#526075',
  colorTextPlaceholder: '#64748b',
  colorBgLayout: '#f4f6fa',
  colorError: '#c8102e',
  colorWarning: '#a15c00',
  colorSuccess: '#15742e',
  colorInfo: '#1d4ed8',
  colorSuccessBg: '#e7f6ec',
  colorWarningBg: '#fff4de',
  colorErrorBg: '#fdebed',
  colorInfoBg: '#e8effe',
};
const DARK = {
  colorPrimary: '#4a7bf7',
  colorPrimaryHover: '#3c67d4',
  colorLink: '#8ab0ff',
  colorLinkHover: '#b3cbff',
  colorTextSecondary: '#b6c0d1',
  colorTextDescription: '#a3aec2',
  colorTextPlaceholder: '#98a3b8',
  colorBgLayout: '#0e1420',
  colorBgContainer: '#161e2d',
  colorBgElevated: '#1d2738',
  colorError: '#ff7b85',
  colorWarning: '#f5b453',
  colorSuccess: '#5fcf7f',
  colorInfo: '#8ab0ff',
};

/** Ant Design waits for the end of what moves: it has to know that nothing does. */
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;

export function themeOf(isDark: boolean): ThemeConfig {
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: { motion: !isStill, fontFamily: FONT, borderRadius: 8, ...(isDark ? DARK : LIGHT) },
    components: {
      Layout: {
        siderBg: isDark ? '#111827' : '#ffffff',
        headerBg: isDark ? '#111827' : '#ffffff',
        headerPadding: '0 20px',
      },
      // White on the light red of the dark appearance could not be read.
      Button: isDark ? { dangerColor: '#2b0a0d' } : {},
      Menu: { itemBg: 'transparent', itemSelectedColor: isDark ? '#9dbcff' : '#1d4ed8' },
      ...(isDark && { Tabs: { itemSelectedColor: DARK.colorLink, itemHoverColor: DARK.colorLink } }),
      Table: { cellPaddingBlock: 10 },
    },
  };
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Whether the page is dark: as chosen, or as the machine is. */
export function useIsDark(appearance: Appearance): boolean {
  const isMachineDark = useSyncExternalStore(onChange, () => dark.matches);
  return appearance === 'system' ? isMachineDark : appearance === 'dark';
}

function onChange(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}
