import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuthenticator, type Authentication } from './authenticator.ts';
import { assertDemoAllowed, openDemoProvider, type DemoProvider, type DemoTokenRequest } from './demo-provider.ts';
import { createKeySource } from './key-source.ts';
import { bearer, testClock } from './test-issuer.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'samutphok-demo-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function ask(provider: DemoProvider, token: string, afterMs = 0): Promise<Authentication> {
  const clock = testClock();
  clock.pass(afterMs);
  const keys = createKeySource({ read: () => Promise.resolve(provider.jwks), clock });
  return createAuthenticator({ issuer: provider.issuer, audience: provider.audience, keys, clock })(bearer(token));
}

describe('the demo provider', () => {
  it('issues tokens that its own gateway accepts', async () => {
    const provider = await openDemoProvider(directory, testClock());
    const token = provider.issueDemoToken({
      role: 'body-officer',
      areas: ['50', '5101'],
      body: 'health',
      scopes: ['sensitive:*'],
      subject: 'somchai',
    });
    expect(await ask(provider, token)).toMatchObject({
      principal: {
        subject: 'somchai',
        role: 'body-officer',
        areas: ['50', '5101'],
        body: 'health',
        scopes: new Set(['sensitive:*']),
      },
    });
  });

  it('gives a token eight hours', async () => {
    const provider = await openDemoProvider(directory, testClock());
    const token = provider.issueDemoToken({ role: 'auditor' });
    expect(await ask(provider, token, 28_799_000)).toMatchObject({ principal: { subject: 'demo-auditor', areas: [] } });
    expect(await ask(provider, token, 28_806_000)).toMatchObject({ code: 'IDENTITY_EXPIRED' });
  });

  it('keeps its key over a restart, for its owner alone', async () => {
    const first = await openDemoProvider(directory, testClock());
    const again = await openDemoProvider(directory, testClock());
    expect(again.jwks).toBe(first.jwks);
    expect((await stat(path.join(directory, 'identity', 'demo-key.pem'))).mode & 0o777).toBe(0o600);
    expect(first.jwks).not.toContain('"d"');
  });

  it('makes one key when several processes start at once', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => openDemoProvider(directory, testClock())));
    expect(new Set(opened.map(({ jwks }) => jwks)).size).toBe(1);
  });

  it('refuses a key file that others can read or that holds something else', async () => {
    const file = path.join(directory, 'identity', 'demo-key.pem');
    await openDemoProvider(directory, testClock());
    await chmod(file, 0o644);
    const unreadable = expect.objectContaining({ code: 'IDENTITY_KEY_UNREADABLE' });
    await expect(openDemoProvider(directory, testClock())).rejects.toThrow(unreadable);
    await chmod(file, 0o600);
    await writeFile(file, 'not a key');
    await expect(openDemoProvider(directory, testClock())).rejects.toThrow(unreadable);
  });

  it.each<[string, DemoTokenRequest]>([
    ['a body-officer without body', { role: 'body-officer' }],
    ['an area of three digits', { role: 'caseworker', areas: ['500'] }],
    ['the country and more', { role: 'caseworker', areas: ['*', '50'] }],
    ['a scope with a blank', { role: 'caseworker', scopes: ['a b'] }],
    ['an empty name', { role: 'caseworker', subject: '' }],
    ['a life of a day', { role: 'caseworker', ttlMs: 86_400_000 }],
    ['a life of a second', { role: 'caseworker', ttlMs: 1_000 }],
    ['a life that is no number', { role: 'caseworker', ttlMs: Number.NaN }],
  ])('issues no token for %s', async (_title, request) => {
    const provider = await openDemoProvider(directory, testClock());
    expect(() => provider.issueDemoToken(request)).toThrow(
      expect.objectContaining({ code: 'IDENTITY_TOKEN_REQUEST_INVALID' }),
    );
  });
});

describe('the demo provider may run', () => {
  it('on this machine, while nothing of a real issuer is set', () => {
    for (const host of ['127.0.0.1', '127.0.0.2', 'localhost', '::1'])
      expect(() => assertDemoAllowed({ host })).not.toThrow();
  });

  it.each(['issuer', 'audience', 'jwks'])('not where %s is set', (name) => {
    expect(() => assertDemoAllowed({ host: '127.0.0.1', [name]: 'x' })).toThrow(
      expect.objectContaining({ code: 'IDENTITY_DEMO_REFUSED' }),
    );
  });

  it('not where other machines can reach it', () => {
    for (const host of ['0.0.0.0', '::', '10.0.0.1', '127.evil.example']) {
      expect(() => assertDemoAllowed({ host })).toThrow(
        expect.objectContaining({ code: 'IDENTITY_DEMO_HOST_REFUSED' }),
      );
    }
  });
});
