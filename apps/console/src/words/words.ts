import { createContext, useContext, useMemo } from 'react';
import { createTranslator } from 'use-intl/core';

/** The languages of the console. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same texts in each language: what one has, the other must have. ICU messages: `{count, plural, one {# day} other {# days}}`. */
export interface Words<Messages extends object> {
  readonly en: Messages;
  readonly 'zh-CN': Widened<Messages>;
}

type Widened<Messages> = {
  readonly [Key in keyof Messages]: Messages[Key] extends string ? string : Widened<Messages[Key]>;
};

/** A text that the API gives in both languages. */
export interface Said {
  readonly en: string;
  readonly zh: string;
}

export const LanguageContext = createContext<Language>('en');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Texts of a page, checked: each key in each language. */
export function words<const Messages extends object>(messages: Words<Messages>): Words<Messages> {
  return messages;
}

/** The texts in the language of the page: `const t = useWords(contractWords); t('title')`, `t('due', { days: 3 })`. */
export function useWords<Messages extends object>(messages: Words<Messages>) {
  const language = useLanguage();
  return useMemo(() => translator(messages, language), [messages, language]);
}

function translator<Messages extends object>(messages: Words<Messages>, locale: Language) {
  const own = messages[locale] as Messages;
  return createTranslator<Messages>({ locale, messages: own, timeZone: 'UTC' });
}

/** Picks the language of the page from a text that the API gives in both. */
export function useSaid(): (said: Said) => string {
  const language = useLanguage();
  return (said) => (language === 'en' ? said.en : said.zh);
}
