import { type ReactNode, useEffect, useState } from 'react';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider, type ConfigProviderProps } from 'antd';
import { type Language, LanguageContext } from '~/words/words';
import { usePreferences } from './preferences';
import { queries } from './queries';
import { themeOf, useIsDark } from './theme';

type Locale = NonNullable<ConfigProviderProps['locale']>;

/** What every page stands in: language, appearance, what has been read of the API. */
export function Providers({ children }: { readonly children: ReactNode }) {
  const { language, appearance } = usePreferences();
  const isDark = useIsDark(appearance);
  const locale = useLocale(language);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset['appearance'] = isDark ? 'dark' : 'light';
  }, [language, isDark]);
  return (
    <LanguageContext value={language}>
      <ConfigProvider theme={themeOf(isDark)} {...(locale && { locale })} button={{ autoInsertSpace: false }}>
        <AntdApp className="app">
          <QueryClientProvider client={queries}>{children}</QueryClientProvider>
        </AntdApp>
      </ConfigProvider>
    </LanguageContext>
  );
}

/** The texts of Ant Design itself: English is built in, Chinese comes when it is wanted. */
function useLocale(language: Language): Locale | undefined {
  const [chinese, setChinese] = useState<Locale>();
  useEffect(() => {
    if (language === 'zh-CN') void import('antd/locale/zh_CN').then((module) => setChinese(module.default));
  }, [language]);
  return language === 'zh-CN' ? chinese : undefined;
}
