import { Migration20261124Foundation } from './20261124-foundation.js';
import { Migration20261125TemplateVersions } from './20261125-template-versions.js';
import { Migration20261125bShadows } from './20261125b-shadows.js';
import { Migration20261126Paper } from './20261126-paper.js';
import { Migration20261126bBank } from './20261126b-bank.js';
import { Migration20261126cSigning } from './20261126c-signing.js';
import { Migration20261126dAmendments } from './20261126d-amendments.js';
import { Migration20261126eContractGuard } from './20261126e-contract-guard.js';
import { Migration20261127Access } from './20261127-access.js';
import { Migration20261127Receipts } from './20261127-receipts.js';
import { Migration20261127Checkpoints } from './20261127-checkpoints.js';
import { Migration20261127Histories } from './20261127-histories.js';
import { Migration20261127bAccounts } from './20261127b-accounts.js';
import { Migration20261127cWebhooks } from './20261127c-webhooks.js';
import { Migration20261127dIntake } from './20261127d-intake.js';
import { Migration20261127eOperations } from './20261127e-operations.js';
import { Migration20261127fVersions } from './20261127f-versions.js';
import { Migration20261128Changes } from './20261128-changes.js';

/** Every change of the schema, in the order in which they are made. */
export const MIGRATIONS = [
  { name: '20261124-foundation', class: Migration20261124Foundation },
  { name: '20261125-template-versions', class: Migration20261125TemplateVersions },
  { name: '20261125b-shadows', class: Migration20261125bShadows },
  { name: '20261126-paper', class: Migration20261126Paper },
  { name: '20261126b-bank', class: Migration20261126bBank },
  { name: '20261126c-signing', class: Migration20261126cSigning },
  { name: '20261126d-amendments', class: Migration20261126dAmendments },
  { name: '20261126e-contract-guard', class: Migration20261126eContractGuard },
  { name: '20261127-access', class: Migration20261127Access },
  { name: '20261127-receipts', class: Migration20261127Receipts },
  { name: '20261127-checkpoints', class: Migration20261127Checkpoints },
  { name: '20261127-histories', class: Migration20261127Histories },
  { name: '20261127b-accounts', class: Migration20261127bAccounts },
  { name: '20261127c-webhooks', class: Migration20261127cWebhooks },
  { name: '20261127d-intake', class: Migration20261127dIntake },
  { name: '20261127e-operations', class: Migration20261127eOperations },
  { name: '20261127f-versions', class: Migration20261127fVersions },
  { name: '20261128-changes', class: Migration20261128Changes },
] as const;
