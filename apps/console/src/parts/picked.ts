import { useLanguage } from '~/words/words';

/** A text as answers of the API give it: in both languages. */
export interface Bilingual {
  readonly en: string;
  readonly 'zh-CN': string;
}

/** Picks the language of the page from a text that the API gives in both. */
export function usePicked(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}
