import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { composed } from './compose.js';
import { DeliveryProblem, type OutgoingMail, type Transport } from './transport.js';

const LONGEST_NAME = 100;

/**
 * Writes each mail into a folder, as `KEY-ID.eml`, which any mail program opens. It appears whole or not at all, and the
 * same mail once more takes its own place.
 */
export function folderTransport(folder: string, from: string): Transport {
  const transporter = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    name: `folder ${folder}`,
    deliver: async (mail: OutgoingMail) => {
      const path = join(folder, fileNameOf(mail));
      const half = join(folder, `.${mail.id}-${randomBytes(6).toString('hex')}.part`);
      try {
        const { message } = await transporter.sendMail(composed(mail, from));
        if (!Buffer.isBuffer(message)) throw new Error('the mail was not composed as a whole');
        await mkdir(folder, { recursive: true });
        await writeFile(half, message);
        await rename(half, path);
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        throw new DeliveryProblem(message, code ?? 'unknown', false);
      }
    },
  };
}

/** Readable, and free of anything that a file system takes for more than a name. The id tells alike ones apart. */
function fileNameOf({ key, id }: OutgoingMail): string {
  const readable = key.replaceAll(/[^\p{L}\p{N}@._-]+/gu, '_').replace(/^\.+/, '');
  return `${readable.slice(0, LONGEST_NAME)}-${id.slice(0, 12)}.eml`;
}
