import { z } from 'zod';
import { closedObject } from '#decisions/schema-faults';
import { type AccountRow, type SessionRow } from '#persistence/entities/account';
import { PASSWORD_LENGTH } from '#persistence/passwords';
import { flagIn, instantIn, instantOut, lineIn, pageOut, listQuery } from '../http/fields.js';
import { clientsIn, PARTY_WITHOUT_CLIENTS, partyHasClients } from './api-keys.js';
import { ROLES, type Role } from './roles.js';

const LONGEST_TEXT = 1000;

const loginIn = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/, {
    error: 'allowed are 2 to 64 small letters, digits, ., _ and -, the first a letter or digit',
  })
  .meta({ description: 'The ledger keeps it as `account:LOGIN`, for as long as contracts are kept' });

/** How long it is, is checked with the rest of what makes it good. */
const passwordIn = z.string().min(1).max(LONGEST_TEXT);

export const signInBody = closedObject({
  login: z.string().min(1).max(LONGEST_TEXT).meta({ description: 'In capitals or not' }),
  password: passwordIn,
}).meta({ id: 'SignIn' });

export const passwordChange = closedObject({
  currentPassword: passwordIn,
  newPassword: passwordIn.meta({
    description: `${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters of any kind; not the login, not one that is easily guessed`,
  }),
}).meta({ id: 'PasswordChange' });

const wishMembers = {
  name: lineIn(200).meta({ description: 'How the console greets; kept nowhere but here' }),
  role: z.enum(ROLES),
  clients: z.exactOptional(clientsIn.meta({ description: 'The clients it is limited to. Left out: all' })),
  expiresAt: z.exactOptional(
    instantIn.meta({ description: 'Until when it is good. An auditor’s account must have one' }),
  ),
};

interface Wish {
  readonly role: Role;
  readonly clients?: readonly string[];
  readonly expiresAt?: string;
}

const auditorEnds = ({ role, expiresAt }: Wish): boolean => role !== 'auditor' || expiresAt !== undefined;
const AUDITOR_WITHOUT_END = {
  path: ['expiresAt'],
  error: 'allowed is an instant: an auditor’s access ends by itself',
};

export const newAccount = closedObject({ login: loginIn, ...wishMembers })
  .refine(partyHasClients, PARTY_WITHOUT_CLIENTS)
  .refine(auditorEnds, AUDITOR_WITHOUT_END)
  .meta({ id: 'NewAccount' });

export const accountChange = closedObject(wishMembers)
  .refine(partyHasClients, PARTY_WITHOUT_CLIENTS)
  .refine(auditorEnds, AUDITOR_WITHOUT_END)
  .meta({ id: 'AccountChange' });

export const accountParams = closedObject({
  account: z.string().regex(/^U-[0-9a-f]{12}$/, { error: 'allowed is the id of an account, U-0123456789ab' }),
});

export const accountsQuery = closedObject({
  role: z.exactOptional(z.enum(ROLES)),
  disabled: z.exactOptional(flagIn),
  ...listQuery('asc'),
});
export const accountsKey = z.strictObject({ login: z.string() });

const accountMembers = {
  id: z.string(),
  login: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  clients: z.array(z.string()).nullable(),
  createdAt: instantOut,
  createdBy: z.string(),
  expiresAt: instantOut.nullable(),
  disabledAt: instantOut.nullable(),
  disabledBy: z.string().nullable(),
  oneTimeUntil: instantOut.nullable().meta({
    description:
      'Until when the password that somebody else has given is good; null once its owner has chosen one',
  }),
};

export const accountView = z.strictObject(accountMembers).meta({ id: 'Account' });
export const accountPage = pageOut(accountView).meta({ id: 'AccountPage' });

export const accountWithPassword = z
  .strictObject({
    ...accountMembers,
    oneTimePassword: z.string().meta({
      description: 'To sign in once and choose another. It is shown this once and kept nowhere',
    }),
  })
  .meta({ id: 'AccountWithPassword' });

export const sessionView = z
  .strictObject({
    id: z.string(),
    account: z.string().meta({ description: 'Its id' }),
    login: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    clients: z.array(z.string()).nullable(),
    createdAt: instantOut,
    expiresAt: instantOut.meta({
      description: 'When it ends at the latest; without use it ends after an hour',
    }),
    mustChangePassword: z.boolean().meta({
      description: 'Whether nothing but `PUT /api/v1/sessions/current/password` is open to it',
    }),
  })
  .meta({ id: 'Session' });

/** Into the demonstration: no password, as whom one likes. */
export const demoSignInBody = z.strictObject({ role: z.enum(ROLES) }).meta({ id: 'DemoSignIn' });

export const demoDoors = z.strictObject({ roles: z.array(z.enum(ROLES)) }).meta({ id: 'DemoDoors' });

export const sessionEnded = z
  .strictObject({ id: z.string(), ended: z.literal(true) })
  .meta({ id: 'SessionEnded' });

export function accountViewOf(row: AccountRow): z.infer<typeof accountView> {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    role: row.role as Role,
    clients: row.clients ? [...row.clients] : null,
    createdAt: row.createdAt,
    createdBy: row.createdBy,
    expiresAt: row.expiresAt ?? null,
    disabledAt: row.disabledAt ?? null,
    disabledBy: row.disabledBy ?? null,
    oneTimeUntil: row.oneTimeUntil ?? null,
  };
}

export function sessionViewOf(session: SessionRow, account: AccountRow): z.infer<typeof sessionView> {
  return {
    id: session.id,
    account: account.id,
    login: account.login,
    name: account.name,
    role: account.role as Role,
    clients: account.clients ? [...account.clients] : null,
    createdAt: session.createdAt,
    expiresAt: session.expiresAt,
    mustChangePassword: account.oneTimeUntil != null,
  };
}
