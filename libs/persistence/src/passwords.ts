import { argon2, randomBytes, randomInt, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/**
 * Argon2id with what the OWASP Password Storage Cheat Sheet has as its minimum: 19 MiB of memory, two passes, one lane.
 * The hash says by which it was made, so these can be raised: a hash of less is made anew when its owner signs in.
 */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([\w+/]{11,64})\$([\w+/]{43,86})$/;

/** NIST SP 800-63B: length counts, not kinds of characters. A longest one bounds the work. */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** Without letters and digits that are taken for one another. */
const ONE_TIME_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const ONE_TIME_LENGTH = 20;

/** Passwords of twelve characters and more that are tried first. */
const COMMON: readonly string[] = [
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'administrator',
  'administrator1',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'qwerty123456',
  'letmeinletmein',
  'iloveyou1234',
  'welcome12345',
  'changeme1234',
  'abcdefghijkl',
  'abcd12345678',
];
const FEWEST_DIFFERENT = 5;

/** The Argon2id hash of a password in the PHC string format. Takes some 30 ms of a thread of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, { ...COST, nonce: salt, tagLength: TAG_BYTES });
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether a hash was made of this password. Throws for a text that is no hash of ours. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const { cost, salt, tag } = readHash(hash);
  return timingSafeEqual(tag, await tagOf(password, { ...cost, nonce: salt, tagLength: tag.length }));
}

/** Whether a hash was made with less work than we ask for today. */
export function isWeakHash(hash: string): boolean {
  const { memory, passes } = readHash(hash).cost;
  return memory < COST.memory || passes < COST.passes;
}

/** A random password of 98 bits, for somebody to sign in with once. */
export function oneTimePassword(): string {
  return Array.from({ length: ONE_TIME_LENGTH }, () => ONE_TIME_ALPHABET[randomInt(ONE_TIME_ALPHABET.length)])
    .join('')
    .replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** What is wrong with a password for this login; null when it is good. The text never holds the password. */
export function passwordFault(password: string, login: string): string | null {
  const { length } = [...normal(password)];
  const small = normal(password).toLowerCase();
  if (length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max) return `has ${length} characters`;
  if (small === login || small === `${login}${login}`) return 'is the login';
  if (COMMON.includes(small)) return 'is one that is tried first';
  if (new Set(small).size < FEWEST_DIFFERENT || isRun(small)) return 'is easily guessed';
  return null;
}

/** `1234…` and `abcd…`. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  return codes.slice(1).every((code, index) => code === (codes[index] ?? 0) + 1);
}

function tagOf(password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  return derive('argon2id', { ...parameters, message: Buffer.from(normal(password), 'utf8') });
}

/** The same characters are the same password, whichever keyboard they come from (NIST SP 800-63B). */
function normal(password: string): string {
  return password.normalize('NFC');
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}

function readHash(hash: string) {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(hash) ?? [];
  if (salt === undefined || tag === undefined) throw new Error('this is no hash of a password');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
