// Loaded before a worker: the rules of priorities throw for as long as a file is there.
import { existsSync } from 'node:fs';

if (process.argv[1]?.includes('worker')) {
  const { Clerk } = await import('../../../dist/libs/decisions/src/clerk.js');
  const { classify } = Object.getOwnPropertyDescriptors(Clerk.prototype);
  Clerk.prototype.classify = function (...words) {
    if (existsSync(process.env.PACTA_FAULTS_THROW)) throw new Error('a rule throws');
    return classify.value.apply(this, words);
  };
}
