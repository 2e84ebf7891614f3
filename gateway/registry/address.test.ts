import { describe, expect, it } from 'vitest';
import { checkAddress } from './address.ts';
import { withAddresses } from './addressed.ts';

const strict = { allowPrivate: false, resolve: () => Promise.resolve(['93.184.216.34']) };
const refused = { code: 'REGISTRY_ADDRESS_REFUSED' };

describe('an address', () => {
  it.each([
    'https://health.example.go.th/graphql',
    'https://health.example.go.th:8443/graphql?x=1',
    'https://93.184.216.34/graphql',
    'https://[2606:2800:220:1::1]/graphql',
  ])('may be %s', async (url) => {
    expect(await checkAddress(url, strict)).toBe(url);
  });

  it.each([
    'http://health.example.go.th/graphql',
    'ftp://health.example.go.th/',
    'file:///etc/passwd',
    'gopher://health.example.go.th/',
    'health.example.go.th',
    'https://',
    'https://user:secret@health.example.go.th/',
    'https://health.example.go.th/#x',
    `https://health.example.go.th/${'x'.repeat(600)}`,
    'https://localhost/graphql',
    'https://LOCALHOST./graphql',
    'https://a.localhost/',
    'https://metadata.google.internal/',
    'https://intranet/',
    'https://health.local/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://172.31.255.255/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.100.100.200/',
    'https://0.0.0.0/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a9fe:a9fe]/',
    'https://[::7f00:1]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://[2002:7f00:1::]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[fd00:ec2::254]/',
    'https://[ff02::1]/',
  ])('is never %s', async (url) => {
    await expect(checkAddress(url, strict)).rejects.toMatchObject(refused);
  });

  it.each([['10.0.0.5'], ['93.184.216.34', '127.0.0.1'], ['::1'], ['fe80::1%eth0']])(
    'is refused when its name stands for %s',
    async (...addresses) => {
      const rules = { allowPrivate: false, resolve: () => Promise.resolve(addresses) };
      await expect(checkAddress('https://health.example.go.th/', rules)).rejects.toMatchObject(refused);
    },
  );

  it('may have a name that nobody knows yet', async () => {
    const rules = { allowPrivate: false, resolve: () => Promise.resolve([]) };
    expect(await checkAddress('https://health.example.go.th', rules)).toBe('https://health.example.go.th/');
  });

  it('may be of this machine where the registry was told so, but never one of another kind', async () => {
    expect(await checkAddress('http://127.0.0.1:4110/graphql', { allowPrivate: true })).toBe(
      'http://127.0.0.1:4110/graphql',
    );
    await expect(checkAddress('file:///etc/passwd', { allowPrivate: true })).rejects.toMatchObject(refused);
  });
});

describe('addresses in a supergraph', () => {
  const supergraph = `enum join__Graph {
  HEALTH @join__graph(name: "health", url: "http://old.example/")
  LABOUR @join__graph(name: "labour", url: "")
  OTHER @join__graph(name: "other", url: "http://gone.example/")
}
type Query { note(text: String = "@join__graph(name"): Int }`;

  it('are those of today, and none where there is none', () => {
    const addressed = withAddresses(
      supergraph,
      new Map([
        ['health', 'https://a.example/'],
        ['labour', 'https://$&.example/'],
      ]),
    );
    expect(addressed).toContain('(name: "health", url: "https://a.example/")');
    expect(addressed).toContain('(name: "labour", url: "https://$&.example/")');
    expect(addressed).toContain('(name: "other", url: "")');
    expect(addressed.split('\n').slice(-1)).toEqual(supergraph.split('\n').slice(-1));
  });
});
