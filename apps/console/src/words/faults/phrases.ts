import { accessPhrases } from './access.js';
import { changePhrases } from './changes.js';
import { clausePhrases } from './clauses.js';
import { contractPhrases } from './contracts.js';
import { moneyPhrases } from './money.js';
import { paperPhrases } from './papers.js';
import { requestPhrases } from './requests.js';
import { rulePhrases } from './rules.js';
import { type Phrases } from './saying.js';
import { serverPhrases } from './server.js';
import { signingPhrases } from './signing.js';
import { templatePhrases } from './templates.js';
import { unknownPhrases } from './unknown.js';
import { valuePhrases } from './values.js';
import { versionPhrases } from './versions.js';

/** Every phrase that the API can refuse with. */
export const faultPhrases: Phrases = {
  ...unknownPhrases,
  ...valuePhrases,
  ...moneyPhrases,
  ...serverPhrases,
  ...accessPhrases,
  ...contractPhrases,
  ...changePhrases,
  ...requestPhrases,
  ...signingPhrases,
  ...paperPhrases,
  ...rulePhrases,
  ...templatePhrases,
  ...clausePhrases,
  ...versionPhrases,
};
