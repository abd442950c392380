import { runInNode } from './node.js';
import { runInPage } from './page.js';

// One file for both: in a browser the page of the bundle loads it, in Node it is started.
if ('document' in globalThis) runInPage();
else void runInNode();
