import { lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address of our own house, or of no house at all: nothing is sent there. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Which addresses may be sent to: those of the public internet, and private ones that a setting names. */
export class AddressGuard {
  constructor(private readonly allowed: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][] = []) {}

  /** Reads addresses and ranges, `127.0.0.1,10.1.0.0/16`. Throws a TypeError that names the one that is wrong. */
  static allowing(text: string | undefined): AddressGuard {
    const parts = (text ?? '').split(',').map((part) => part.trim());
    return new AddressGuard(parts.filter((part) => part !== '').map(rangeOf));
  }

  /** Whether any private address is allowed: the demo, and tests. */
  get allowsPrivate(): boolean {
    return this.allowed.length > 0;
  }

  private isNamed(address: string): boolean {
    if (isIP(address) === 0) return false;
    const parsed = ipaddr.process(address);
    return this.allowed.some((range) => parsed.kind() === range[0].kind() && matches(parsed, range));
  }

  /** Whether an address may be sent to: a global unicast one, IPv4 within IPv6 looked at as IPv4. */
  admits(address: string): boolean {
    if (isIP(address) === 0) return false;
    const parsed = ipaddr.process(address);
    if (this.isNamed(address)) return true;
    if (parsed.range() !== 'unicast') return false;
    return parsed.kind() === 'ipv4' || matches(parsed, GLOBAL_UNICAST);
  }

  /**
   * Finds the addresses of a URL's name for a connection, which then goes to the very address that was looked at. Fails
   * with a ForbiddenAddress when any of them may not be sent to: a name that has both is up to something.
   */
  lookupFor(url: URL): LookupFunction {
    return (hostname, options, done) => {
      lookup(hostname, { ...options, all: true }, (error, found) => {
        if (error) return done(error, '', 0);
        const refused = found.find(({ address }) => !this.mayReach(url, address));
        const [first] = found;
        if (refused || !first) return done(forbidden(hostname), '', 0);
        return options.all === true ? done(null, found) : done(null, first.address, first.family);
      });
    };
  }

  /** Throws a ForbiddenAddress where a URL names an address itself that may not be sent to: no lookup comes for it. */
  checkLiteral(url: URL): void {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !this.mayReach(url, host)) throw forbidden(host);
  }

  /** Without encryption nothing goes but to an address that a setting names. */
  private mayReach({ protocol }: URL, address: string): boolean {
    return protocol === 'https:' ? this.admits(address) : this.isNamed(address);
  }
}

const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

function matches(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  [range, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number],
): boolean {
  return address.match(range as never, bits);
}

function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (isIP(text) !== 0) {
    const address = ipaddr.process(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  }
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  throw new TypeError(`${text} is no address and no range`);
}

function forbidden(host: string): ForbiddenAddress {
  return new ForbiddenAddress(`${host} leads to an address that is not sent to`);
}
