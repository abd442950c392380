import { createServer, type AddressInfo, type Server } from 'node:net';
import { LOOPBACK, pickPort } from './ports.js';

/** Real sockets on this machine; no server of ours. */
describe('pickPort', () => {
  let taken: Server;
  let takenPort: number;

  beforeEach(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, LOOPBACK, resolve));
    takenPort = (taken.address() as AddressInfo).port;
  });

  afterEach(() => new Promise((resolve) => taken.close(resolve)));

  it('takes another port than the wanted one when that is taken, and says so', async () => {
    const lines: string[] = [];
    const port = await pickPort(takenPort, 'the API', (line) => lines.push(line));
    expect(port).not.toBe(takenPort);
    expect(lines).toEqual([`port ${takenPort} is taken: the API listens on ${port}`]);
  });

  it('takes the wanted port without a word when it is free', async () => {
    await new Promise((resolve) => taken.close(resolve));
    const lines: string[] = [];
    expect(await pickPort(takenPort, 'the API', (line) => lines.push(line))).toBe(takenPort);
    expect(lines).toEqual([]);
  });

  it('leaves a port alone that was promised to somebody who does not listen yet', async () => {
    await new Promise((resolve) => taken.close(resolve));
    const port = await pickPort(takenPort, 'the API', () => undefined, [takenPort]);
    expect(port).not.toBe(takenPort);
  });

  it('takes any free port without a word when none is wanted', async () => {
    const lines: string[] = [];
    expect(await pickPort(0, 'the API', (line) => lines.push(line))).toBeGreaterThan(0);
    expect(lines).toEqual([]);
  });
});
