import { faultNames } from './names.js';
import { faultPhrases } from './phrases.js';
import { saying } from './saying.js';

/** What the API says in English, in Chinese. Loaded when it is needed: nobody reads it who is refused nothing. */
export const sayInChinese = saying(faultPhrases, faultNames);
