import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const MEGABYTE = 2 ** 20;
const BLOCK = Buffer.alloc(MEGABYTE / 4, 1);

/**
 * A small disk of its own: an ext4 file system in a file. Null where this machine or this user cannot have one, and
 * then the run says so.
 *
 * @param {string} folder where the file lies
 * @param {number} megabytes
 */
export function smallDisk(folder, megabytes) {
  const [image, mount] = [join(folder, 'disk.img'), join(folder, 'disk')];
  mkdirSync(mount, { recursive: true });
  const steps = [
    ['truncate', '-s', `${megabytes}M`, image],
    ['mkfs.ext4', '-q', '-m', '0', image],
    ['mount', '-o', 'loop', image, mount],
  ];
  if (process.getuid?.() !== 0 || steps.some((words) => !ran(words))) return null;
  const ballast = join(mount, 'ballast');
  return {
    path: mount,
    /** Takes all the room that is left. */
    fill() {
      const file = openSync(ballast, 'w');
      try {
        for (;;) writeSync(file, BLOCK);
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
      } finally {
        closeSync(file);
      }
    },
    clear: () => rmSync(ballast, { force: true }),
    freeMegabytes: () => (statfsSync(mount).bavail * statfsSync(mount).bsize) / MEGABYTE,
    remove: () => ran(['umount', '-l', mount]),
  };
}

function ran([program, ...words]) {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
