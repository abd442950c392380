import { type PageLanguage } from './words.js';

/**
 * Nothing from elsewhere, no script at all, nobody may frame the page, and its address is told to nobody. Own pages see
 * where they come from: without that, a browser would not say so of our forms either.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; frame-src 'self'; object-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'x-frame-options': 'DENY',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};

/** The document may stand in our own page only. */
export const DOCUMENT_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'application/pdf',
  'content-security-policy': "frame-ancestors 'self'",
  'referrer-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'SAMEORIGIN',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};

/** Chinese, unless English is asked for. */
export function languageOf(query: unknown): PageLanguage {
  const { lang } = (query ?? {}) as { readonly lang?: unknown };
  return lang === 'en' ? 'en' : 'zh-CN';
}
