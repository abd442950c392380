import { Option } from 'commander';
import { type Sentence } from '#narration/words';

/** The languages that commands can tell a contract in. */
export type Language = keyof Sentence;

/** `--lang en|zh-CN`. */
export function languageOption(): Option {
  return new Option('--lang <language>', 'the language of the sentences')
    .choices(['en', 'zh-CN'])
    .default('en');
}
