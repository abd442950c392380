import { isIP } from 'node:net';
import { SettingProblem } from '../settings.js';

/** What of the environment the signing page goes by. */
export class SigningSettings {
  constructor(
    /** Where signers reach the API, `https://sign.example.com`; null where they reach it at its own address. */
    readonly publicUrl: string | null,
    /** Proxies whose word is taken for where a call comes from: addresses, or ranges of them. */
    readonly trustedProxies: readonly string[],
  ) {}

  /** Reads PACTA_PUBLIC_URL and PACTA_TRUSTED_PROXIES. Throws a SettingProblem. */
  static read(env: NodeJS.ProcessEnv): SigningSettings {
    const proxies = (env['PACTA_TRUSTED_PROXIES'] ?? '').split(',').map((part) => part.trim());
    const given = proxies.filter((part) => part !== '');
    if (!given.every(isAddressOrRange)) {
      throw new SettingProblem(
        'PACTA_TRUSTED_PROXIES is no list of addresses: allowed are 10.0.0.1, 10.0.0.0/8 and loopback, with commas between',
      );
    }
    return new SigningSettings(publicUrlOf(env['PACTA_PUBLIC_URL']), given);
  }
}

function publicUrlOf(text: string | undefined): string | null {
  if (!text) return null;
  const url = URL.parse(text);
  // The page's own addresses begin at the root.
  const isPlain = url !== null && url.username === '' && `${url.pathname}${url.search}${url.hash}` === '/';
  if (isPlain && (url.protocol === 'https:' || url.protocol === 'http:')) return url.origin;
  throw new SettingProblem(
    'PACTA_PUBLIC_URL is no address: allowed is https://sign.example.com, without a path',
  );
}

function isAddressOrRange(text: string): boolean {
  if (text === 'loopback') return true;
  const [address = '', bits] = text.split('/');
  const most = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}
