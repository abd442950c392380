import { AddressGuard } from './addresses.js';
import { send } from './send.js';
import { urlFault } from './target-url.js';

const PRIVATE = [
  '127.0.0.1',
  '127.255.255.254',
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '100.127.255.255',
  '0.0.0.0',
  '0.1.2.3',
  '192.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.7',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::ffff:a9fe:a9fe',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '2002:7f00:1::',
  '2001::1',
  '2001:db8::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  '100::1',
];

const PUBLIC = ['8.8.8.8', '1.1.1.1', '100.63.255.255', '172.32.0.1', '2606:4700::1111', '240e:1::1'];

describe('which addresses are sent to', () => {
  const guard = new AddressGuard();

  it.each(PRIVATE)('%s is not', (address) => expect(guard.admits(address)).toBe(false));
  it.each(PUBLIC)('%s is', (address) => expect(guard.admits(address)).toBe(true));
  it.each(['', 'localhost', '1.2.3', '8.8.8.8.8'])('%j is no address', (text) =>
    expect(guard.admits(text)).toBe(false),
  );

  it('takes private ones that a setting names, also as IPv4 within IPv6, and no others', () => {
    const house = AddressGuard.allowing(' 127.0.0.1, 10.1.0.0/16,fd00::/8');
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '10.1.255.255', 'fd12::1', '8.8.8.8'])
      expect(house.admits(address)).toBe(true);
    for (const address of ['127.0.0.2', '10.2.0.1', 'fe80::1']) expect(house.admits(address)).toBe(false);
    expect(() => AddressGuard.allowing('127.0.0.1,home')).toThrow('home is no address and no range');
  });
});

describe('where events may be sent', () => {
  const [guard, house] = [new AddressGuard(), AddressGuard.allowing('127.0.0.1')];

  it.each([
    'nonsense',
    'ftp://example.com',
    'http://example.com',
    'https://user:word@example.com/',
    'https://example.com/#part',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
  ])('not to %s', (url) => expect(urlFault(url, guard)).not.toBeNull());

  it('to names and public addresses by https, by http to those that a setting names', () => {
    for (const url of ['https://example.com/hook?a=b', 'https://8.8.8.8:8443/', 'https://localhost/'])
      expect(urlFault(url, guard)).toBeNull();
    expect(urlFault('http://127.0.0.1:9000/', house)).toBeNull();
    expect(urlFault('http://8.8.8.8/', house)).not.toBeNull();
  });

  /** The resolver of this machine is real: `localhost` is a name that leads into the house. */
  it('refuses a name once it has been looked up, and sends nothing by http to what is not named', async () => {
    const attempt = { id: 'x', body: '{}', secrets: [], url: 'https://localhost:9/' };
    const refused = { status: null, problem: 'its address is not sent to' };
    expect(await send(attempt, guard)).toEqual(refused);
    expect(await send({ ...attempt, url: 'https://10.0.0.1/' }, guard)).toEqual(refused);
    expect(await send({ ...attempt, url: 'http://8.8.8.8/' }, house)).toEqual(refused);
  });
});
