import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { CodedError } from '../../schema/contract/error-codes.ts';

export interface AddressRules {
  /** Addresses inside one machine or network, and plain http: for `start`, tests, and a closed network. */
  readonly allowPrivate: boolean;
  /** Addresses that a name stands for now; an empty list for a name that nobody knows yet. Default: the system's resolver. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

/**
 * The address in its one spelling. Nothing is fetched from it. Rejects with REGISTRY_ADDRESS_REFUSED for what is no
 * address of an HTTP service, and for one that leads back into this network: a gateway would be made to ask there.
 */
export async function checkAddress(text: string, rules: AddressRules): Promise<string> {
  const url = parseAddress(text);
  if (rules.allowPrivate) return url.href;
  if (url.protocol !== 'https:') throw refused('it must be https');
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (isIP(host) === 0 && isPrivateName(host)) throw refused('the name is one of this network');
  const addresses = isIP(host) === 0 ? await (rules.resolve ?? resolveName)(host) : [host];
  if (addresses.some(isPrivateAddress)) throw refused('it leads into a private, local or metadata network');
  return url.href;
}

function parseAddress(text: string): URL {
  const url = text.length <= 500 && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol)) throw refused('it is not an http or https address');
  if (url.username !== '' || url.password !== '') throw refused('it holds a user or a password');
  if (url.hash !== '') throw refused('it has a fragment');
  return url;
}

/** Names that only one machine or one network knows; a trailing dot changes nothing. */
function isPrivateName(host: string): boolean {
  const name = host.replace(/\.$/u, '').toLowerCase();
  return !name.includes('.') || /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|arpa)$/u.test(name);
}

async function resolveName(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    // A name that is not known yet leads nowhere yet.
    return [];
  }
}

function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/u, '');
  return isIP(plain) === 6 ? ipv6Networks.check(plain, 'ipv6') : ipv4Networks.check(plain, 'ipv4');
}

/** From the special-purpose registries of RFC 6890; IPv6 addresses that carry an IPv4 one are refused whole. */
const ipv4Networks = networks('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);

const ipv6Networks = networks('ipv6', [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
]);

/** A list of its own for each family: in one, an IPv4 address would be in `::ffff:0:0`. */
function networks(family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
  return list;
}

function refused(problem: string): CodedError {
  return new CodedError('REGISTRY_ADDRESS_REFUSED', { problem });
}
