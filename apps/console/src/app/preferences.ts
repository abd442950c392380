import { useSyncExternalStore } from 'react';
import { type Language, LANGUAGES } from '~/words/words';

export type Appearance = 'light' | 'dark' | 'system';

/** What a person has chosen on this machine. */
export interface Preferences {
  readonly language: Language;
  readonly appearance: Appearance;
}

const KEY = 'pacta.preferences';
const listeners = new Set<() => void>();
let current = read();

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current);
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing keeps the choice for this visit.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Preferences {
  const kept = keptText();
  const language = LANGUAGES.find((each) => each === kept.language) ?? languageOfBrowser();
  const appearance = kept.appearance === 'light' || kept.appearance === 'dark' ? kept.appearance : 'system';
  return { language, appearance };
}

function keptText(): { readonly language?: unknown; readonly appearance?: unknown } {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as object;
  } catch {
    return {};
  }
}

function languageOfBrowser(): Language {
  return navigator.languages.some((each) => each.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';
}
