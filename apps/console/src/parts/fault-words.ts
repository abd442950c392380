import { useEffect, useState } from 'react';
import { type Language, useLanguage } from '~/words/words';

/** Says a text of the API, a fault's `problem` or `allowed` or a problem's `detail`, in the language of the page. */
export type FaultWords = (english: string) => string;

const asItIs: FaultWords = (english) => english;

let inChinese: FaultWords | null = null;

/** The words of a language; English where they cannot be loaded, since that is better than no reason at all. */
export async function loadFaultWords(language: Language): Promise<FaultWords> {
  if (language === 'en') return asItIs;
  try {
    const { sayInChinese } = await import('~/words/faults/said');
    inChinese = (english) => sayInChinese(english) ?? english;
    return inChinese;
  } catch {
    return asItIs;
  }
}

/** The words of the page's language, English until they are there. Only what shows a fault should ask for them. */
export function useFaultWords(isNeeded = true): FaultWords {
  const language = useLanguage();
  const [loaded, setLoaded] = useState(() => inChinese);
  useEffect(() => {
    if (!isNeeded || language === 'en' || loaded !== null) return;
    void loadFaultWords(language).then((words) => setLoaded(() => words));
  }, [isNeeded, language, loaded]);
  return language === 'en' ? asItIs : (loaded ?? asItIs);
}
