import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SECONDS = 180;
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The tool as a person starts it: its own processes, PostgreSQL and Temporal, killed under load. */
describe('npm run faults, the short run', () => {
  it(
    'kills what there is, and nothing is lost or done twice',
    async () => {
      const { code, out, said } = await ran('--seed', '1', '--short');
      const [, kills, p95] =
        /^(\d+) kills, 0 lost, 0 doubled; resumed within ([\d.]+) s at p95$/m.exec(out) ?? [];
      expect({ code, said: code === 0 ? '' : said }).toEqual({ code: 0, said: '' });
      expect(Number(kills)).toBeGreaterThanOrEqual(10);
      // Of 15 s on a machine that does nothing else; this one runs other tests as well.
      expect(Number(p95)).toBeLessThan(45);
    },
    SECONDS * 1000,
  );
});

function ran(...words: string[]): Promise<{ code: number | null; out: string; said: string }> {
  const child = spawn(process.execPath, ['tools/faults.mjs', ...words], { cwd: ROOT });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, said })));
}
