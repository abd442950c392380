import { parentPort } from 'node:worker_threads';
import { demoSealKey } from '#documents/seal/demo-key';
import { operatorSealKey } from '#documents/seal/keys';
import { type SealKey } from '#documents/seal/seal-pdf';
import { factsOf } from '#execution/facts-at';
import { renderPapers } from './render.js';
import type { PressAnswer, PressQuestion } from './thread-press.js';

/** A thread of its own for what takes long: a question in, its answer out, one after the other. */
let key: Promise<SealKey> | null = null;

/** The operator's key, else the demonstration's; read once. */
function sealKey(): Promise<SealKey> {
  key ??= operatorSealKey(process.env).then(
    (found) => found ?? demoSealKey(process.env['PACTA_DATA'] || '.pacta'),
  );
  return key;
}

function valueOf(question: PressQuestion): Promise<unknown> {
  if (question.type === 'press') return renderPapers(question.order, sealKey);
  return factsOf(question.lines, question.contract, question.sequence);
}

async function answered(question: PressQuestion): Promise<PressAnswer> {
  try {
    return { value: await valueOf(question) };
  } catch (error) {
    key = null;
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (question: PressQuestion) => {
  void answered(question).then((answer) => parentPort?.postMessage(answer));
});
