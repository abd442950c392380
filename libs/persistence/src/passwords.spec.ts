import { hashPassword, isPasswordOf, isWeakHash, oneTimePassword, passwordFault } from './passwords.js';

const PASSWORD = 'correct horse battery';

it('knows a password by its Argon2id hash, and no other', async () => {
  const hash = await hashPassword(PASSWORD);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await isPasswordOf(hash, PASSWORD)).toBe(true);
  expect(await isPasswordOf(hash, `${PASSWORD} `)).toBe(false);
  expect(await hashPassword(PASSWORD)).not.toBe(hash);
});

// Made with `argon2 somesalt -id -v 13 -t 2 -k 65536 -p 1 -l 32` of the reference implementation, see its test.c.
it('gives what the reference implementation gives', async () => {
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPasswordOf(hash, 'password')).toBe(true);
  expect(await isPasswordOf(hash, 'passwort')).toBe(false);
});

it('takes the same characters for the same password, however they are composed', async () => {
  expect(await isPasswordOf(await hashPassword('Zürich 8001 ü'.normalize('NFD')), 'Zürich 8001 ü')).toBe(
    true,
  );
});

it('knows a hash of less work than today’s', () => {
  const salted = 'AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  expect(isWeakHash(`$argon2id$v=19$m=9216,t=2,p=1$${salted}`)).toBe(true);
  expect(isWeakHash(`$argon2id$v=19$m=19456,t=2,p=1$${salted}`)).toBe(false);
});

it.each([
  ['too short', 'eleven char', 'has 11 characters'],
  ['too long', 'ab1?x'.repeat(30), 'has 150 characters'],
  ['the login', 'Li.Qiang.Ops.1', 'is the login'],
  ['common', 'PasswordPassword', 'tried first'],
  ['of few characters', 'abababababab', 'easily guessed'],
  ['a run', 'abcdefghijklm', 'easily guessed'],
])('refuses one that is %s', (_name, password, words) => {
  expect(passwordFault(password, 'li.qiang.ops.1')).toContain(words);
});

it('takes any twelve characters else, also those of no keyboard', () => {
  for (const password of [PASSWORD, '技术支持合同由工作流执行一二', 'zq7 !kd0 pw2x', oneTimePassword()])
    expect(passwordFault(password, 'li')).toBeNull();
});
