import { once } from 'node:events';
import { type Command } from 'commander';
import { codecServer } from '#temporal/codec-server';
import { payloadKeys } from '#temporal/payload-keys';

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];
const DEFAULT_PORT = '8088';

interface Options {
  readonly host: string;
  readonly port: string;
  readonly ui: string;
}

export function configure(command: Command): void {
  command
    .description("decrypts payloads for Temporal's UI: its codec endpoint is the address of this")
    .option(
      '--host <address>',
      'where to listen; anywhere but on this machine PACTA_CODEC_TOKEN must be set',
      '127.0.0.1',
    )
    .option('--port <port>', 'its port', DEFAULT_PORT)
    .option('--ui <origin>', "where Temporal's UI is", 'http://127.0.0.1:8233')
    .action(serve);
}

/** A setting without which nothing may be decrypted. */
class CodecSetting extends Error {
  readonly code = 'codecSetting';
}

async function serve({ host, port, ui }: Options): Promise<void> {
  const keys = payloadKeys(process.env['PACTA_PAYLOAD_KEYS']);
  if (!keys) throw new CodecSetting('PACTA_PAYLOAD_KEYS is not set: there is nothing to decrypt with');
  const token = process.env['PACTA_CODEC_TOKEN'] || null;
  if (token === null && !LOOPBACK.includes(host))
    throw new CodecSetting(`PACTA_CODEC_TOKEN is not set: it is needed to listen on ${host}`);
  const server = codecServer({ keys, token, uiOrigin: ui });
  server.listen(Number(port), host);
  await once(server, 'listening');
  console.log(`codec server on http://${host}:${port} for ${ui}`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
}
