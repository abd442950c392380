import { z } from 'zod';
import { lineIn, reasonIn } from '../../http/fields.js';
import { unsayableText } from '../../http/validation.js';
import { type SignerDeed } from '../signing-acts.js';
import { type PageWord } from './words.js';

/** What can be done on the page: each a form, and the last part of its address. */
export type PageAct = 'sign' | 'decline' | 'delegate';

/** The fields of a form as they came, each text; what is not there is empty. */
export type PageForm = Readonly<Record<PageField, string>>;

export type PageField = (typeof FIELDS)[number];

const FIELDS = [
  'attempt',
  'document',
  'name',
  'consent',
  'reason',
  'toName',
  'toTitle',
  'toEmail',
  'toReason',
] as const;

/** What is wrong with a field, by the page's word for it; `form` is the form as a whole. */
export interface PageFault {
  readonly field: PageField | 'form';
  readonly word: PageWord;
}

const ATTEMPT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads what a browser has sent: a form has one text for a field. */
export function formOf(body: unknown): PageForm {
  const given = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  const entries = FIELDS.map((name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return [name, typeof value === 'string' ? value : ''] as const;
  });
  return Object.fromEntries(entries) as PageForm;
}

/** Names one showing of the page: sent twice, by an impatient finger, its form is carried out once. */
export function attemptOf({ attempt }: PageForm): string | null {
  return ATTEMPT.test(attempt) ? attempt : null;
}

/** The deed that a form asks for, or what is wrong with it. */
export function deedOf(
  act: PageAct,
  form: PageForm,
  signer: { readonly name: string },
): { readonly deed: SignerDeed } | { readonly faults: readonly PageFault[] } {
  const faults = checkers[act](form, signer.name);
  if (faults.length > 0) return { faults };
  switch (act) {
    case 'sign':
      return { deed: { type: 'signature.given', documentHash: form.document } };
    case 'decline':
      return { deed: { type: 'signature.declined', reason: form.reason.trim() } };
    case 'delegate': {
      const { toName, toTitle, toEmail, toReason } = form;
      const to = { name: spaced(toName), title: spaced(toTitle), email: toEmail.trim() };
      return { deed: { type: 'signature.delegated', to, reason: toReason.trim() } };
    }
  }
}

const checkers: Readonly<Record<PageAct, (form: PageForm, name: string) => PageFault[]>> = {
  sign: ({ name, consent }, signer) => [
    ...(plain(name) === plain(signer) ? [] : [{ field: 'name', word: 'nameDiffers' } as const]),
    ...(consent === 'yes' ? [] : [{ field: 'consent', word: 'consentMissing' } as const]),
  ],
  decline: ({ reason }) => line('reason', reason, reasonIn),
  delegate: ({ toName, toTitle, toEmail, toReason }) => [
    ...line('toName', toName, lineIn(100)),
    ...line('toTitle', toTitle, lineIn(100)),
    ...line('toEmail', toEmail, lineIn(200)),
    ...(toEmail.trim() === '' || z.email().safeParse(toEmail.trim()).success
      ? []
      : [{ field: 'toEmail', word: 'noEmail' } as const]),
    ...line('toReason', toReason, reasonIn),
  ],
};

/** The same name is the same in whichever width, composition and spacing it is typed. */
function plain(name: string): string {
  return spaced(name.normalize('NFKC'));
}

function spaced(text: string): string {
  return text.trim().replaceAll(/\s+/gu, ' ');
}

function line(field: PageField, text: string, schema: z.ZodString): PageFault[] {
  if (text.trim() === '') return [{ field, word: 'missing' }];
  const parsed = schema.safeParse(text.trim());
  if (parsed.success && unsayableText(text) === null) return [];
  const isLong = parsed.error?.issues.some(({ code }) => code === 'too_big') ?? false;
  return [{ field, word: isLong ? 'tooLong' : 'notOneLine' }];
}
