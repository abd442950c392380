import { faultNames } from '../../apps/console/src/words/faults/names.js';
import { faultPhrases } from '../../apps/console/src/words/faults/phrases.js';
import { saying } from '../../apps/console/src/words/faults/saying.js';
import { isWord, type Text } from './refusals/follow.js';
import { refusals, type Told } from './refusals/refusals.js';
import { EXCEPTED, REAL } from './refusals/excepted.js';
import { unsaid, unsaidValues } from './refusals/latin.js';

const used = new Set<string>();
let values: Readonly<Record<string, string>> = {};
const say = saying(faultPhrases, faultNames, (phrase, found) => {
  used.add(phrase);
  values = { ...values, ...found };
});

let told: readonly Told[] = [];
beforeAll(() => {
  told = refusals(['libs', 'apps/api/src']);
});

/** A text with marks that are no letters for its values: what is told in Chinese must have each of them. */
function sampled(text: Text): string {
  let marks = 0;
  return text.map((part) => (typeof part === 'string' ? part : `⟨${(marks += 1)}⟩`)).join('');
}

it('the console says every refusal of the API in Chinese', () => {
  const read = told.filter(({ text }) => text.some(isWord)).map(({ text }) => sampled(text));
  const english = [...read, ...REAL];
  expect(english.length).toBeGreaterThan(600);
  const wrong = english.flatMap((text) => {
    values = {};
    const said = say(text);
    if (said === null) return [`${text} => nothing`];
    const lost = text.match(/⟨\d+⟩/g)?.filter((mark) => !said.includes(mark)) ?? [];
    return lost.length > 0 || unsaid(text, said).length + unsaidValues(values, said).length > 0
      ? [`${text} => ${said}`]
      : [];
  });
  expect(wrong).toEqual([]);
});

it('what the sources refuse with can be read off them, but for what is excepted by name', () => {
  const values = told.filter(({ text }) => !text.some(isWord)).map(({ where }) => where);
  expect(values.toSorted()).toEqual(Object.keys(EXCEPTED).toSorted());
});

it('no phrase is dead', () => {
  expect(Object.keys(faultPhrases).filter((phrase) => !used.has(phrase))).toEqual([]);
});
