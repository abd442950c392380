import { SigningSettings } from './signing-settings.js';

it.each([
  [{}, null, []],
  [{ PACTA_PUBLIC_URL: 'https://sign.example.com/' }, 'https://sign.example.com', []],
  [{ PACTA_PUBLIC_URL: 'http://127.0.0.1:3000' }, 'http://127.0.0.1:3000', []],
  [{ PACTA_TRUSTED_PROXIES: '10.0.0.0/8, ::1,loopback' }, null, ['10.0.0.0/8', '::1', 'loopback']],
])('reads %j', (env, publicUrl, trustedProxies) => {
  expect(SigningSettings.read(env)).toEqual({ publicUrl, trustedProxies });
});

it.each([
  [{ PACTA_PUBLIC_URL: 'sign.example.com' }],
  [{ PACTA_PUBLIC_URL: 'javascript:alert(1)' }],
  [{ PACTA_PUBLIC_URL: 'https://user@sign.example.com' }],
  [{ PACTA_PUBLIC_URL: 'https://sign.example.com/?a=b' }],
  [{ PACTA_PUBLIC_URL: 'https://example.com/sign' }],
  [{ PACTA_TRUSTED_PROXIES: 'proxy' }],
  [{ PACTA_TRUSTED_PROXIES: '10.0.0.0/33' }],
  [{ PACTA_TRUSTED_PROXIES: '10.0.0.1/' }],
])('refuses %j, by the name of the variable', (env) => {
  expect(() => SigningSettings.read(env)).toThrow(Object.keys(env)[0]);
});
