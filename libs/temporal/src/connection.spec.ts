import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectClient, temporalSettings } from './connection.js';

describe('temporalSettings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacta-tls-'));
  const pem = (name: string): string => {
    const path = join(folder, name);
    writeFileSync(path, name);
    return path;
  };

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('means a server on this machine when nothing is set, or only set to nothing', () => {
    const local = { address: '127.0.0.1:7233', namespace: 'default' };
    expect(temporalSettings({})).toEqual(local);
    expect(temporalSettings({ TEMPORAL_ADDRESS: '', TEMPORAL_NAMESPACE: ' ', TEMPORAL_TLS: '' })).toEqual(
      local,
    );
  });

  it('reads certificates from the files named', () => {
    const settings = temporalSettings({
      TEMPORAL_ADDRESS: 'temporal.example:7233',
      TEMPORAL_NAMESPACE: 'contracts',
      TEMPORAL_TLS_CA: pem('ca'),
      TEMPORAL_TLS_CERT: pem('cert'),
      TEMPORAL_TLS_KEY: pem('key'),
    });
    expect(settings).toEqual({
      address: 'temporal.example:7233',
      namespace: 'contracts',
      tls: {
        serverRootCACertificate: Buffer.from('ca'),
        clientCertPair: { crt: Buffer.from('cert'), key: Buffer.from('key') },
      },
    });
  });

  it('uses TLS with an API key', () => {
    const settings = temporalSettings({ TEMPORAL_ADDRESS: 'ns.example:7233', TEMPORAL_API_KEY: 'secret' });
    expect(settings).toEqual({
      address: 'ns.example:7233',
      namespace: 'default',
      tls: true,
      apiKey: 'secret',
    });
  });

  it.each([
    [
      { TEMPORAL_ADDRESS: 'localhost' },
      'TEMPORAL_ADDRESS: "localhost" is not HOST:PORT, such as 127.0.0.1:7233',
    ],
    [
      { TEMPORAL_ADDRESS: 'http://localhost:7233' },
      'TEMPORAL_ADDRESS: "http://localhost:7233" is not HOST:PORT',
    ],
    [{ TEMPORAL_ADDRESS: 'localhost:70000' }, 'TEMPORAL_ADDRESS: "localhost:70000" is not HOST:PORT'],
    [{ TEMPORAL_TLS: 'maybe' }, 'TEMPORAL_TLS: "maybe" is neither true nor false'],
    [{ TEMPORAL_TLS_CA: join(folder, 'missing') }, 'TEMPORAL_TLS_CA: the file cannot be read'],
    [{ TEMPORAL_TLS_CERT: pem('cert') }, 'TEMPORAL_TLS_KEY: is needed with TEMPORAL_TLS_CERT'],
    [{ TEMPORAL_TLS_KEY: pem('key') }, 'TEMPORAL_TLS_CERT: is needed with TEMPORAL_TLS_KEY'],
    [
      { TEMPORAL_TLS: 'false', TEMPORAL_TLS_CA: pem('ca') },
      'TEMPORAL_TLS: is off, but certificates are given',
    ],
    [{ TEMPORAL_TLS: 'off', TEMPORAL_API_KEY: 'k' }, 'TEMPORAL_TLS: is off, but an API key must not travel'],
  ])('refuses %j with one line that names the variable', (env, message) => {
    expect(() => temporalSettings(env)).toThrow(message);
  });

  it('names the address when nothing answers there', async () => {
    const nobody = temporalSettings({ TEMPORAL_ADDRESS: '127.0.0.1:1' });
    await expect(connectClient(nobody, {}, 0.5)).rejects.toThrow(
      'TEMPORAL_ADDRESS: Temporal does not answer at 127.0.0.1:1',
    );
  });
});
