// What a browser loads of the console before its home page shows, and whether that is little enough: everything that the
// entry and the home page import, compressed as it is served.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildOrExplain } from './build.mjs';
import { consoleFolder } from './console.mjs';

const MOST_BYTES = 300_000;
const HOME = 'src/pages/home/home-page.tsx';

if (!buildOrExplain()) process.exit(1);
const manifest = JSON.parse(readFileSync(join(consoleFolder, '.vite/manifest.json'), 'utf8'));
const files = new Set();

function take(name) {
  const { file, imports = [] } = manifest[name];
  if (files.has(file)) return;
  files.add(file);
  imports.forEach(take);
}

take('index.html');
take(HOME);
const bytes = [...files].reduce((sum, file) => sum + statSync(join(consoleFolder, `${file}.br`)).size, 0);
console.log(
  `console: ${Math.round(bytes / 1000)} kB of JavaScript before the home page, ${MOST_BYTES / 1000} allowed`,
);
if (bytes > MOST_BYTES) {
  console.error(
    [...files].map((file) => `  ${statSync(join(consoleFolder, `${file}.br`)).size} ${file}`).join('\n'),
  );
  process.exit(1);
}
