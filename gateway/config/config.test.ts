import { describe, expect, it } from 'vitest';
import { readConfig, type Config } from './config.ts';

function read(environment: NodeJS.ProcessEnv, flags = {}): Config {
  return readConfig(flags, '2022-08-10', environment);
}

const issuer = {
  SAMUTPHOK_ISSUER: 'https://id.example',
  SAMUTPHOK_AUDIENCE: 'samutphok',
  SAMUTPHOK_JWKS: 'https://id.example/jwks',
};

describe('the configuration', () => {
  it('is the demo of this machine where nothing is set, and frozen', () => {
    const config = read({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      dataDir: 'data',
      identity: { kind: 'demo' },
      journal: {},
      calls: {},
      allowedOrigins: [],
      allowRehearsal: false,
    });
    expect(config.today()).toBe('2022-08-10');
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('takes a flag before its variable', () => {
    expect(read({ SAMUTPHOK_PORT: '1', SAMUTPHOK_DATA: 'a' }, { port: '2', data: 'b' })).toMatchObject({
      port: 2,
      dataDir: 'b',
    });
  });

  it('takes an issuer whole', () => {
    expect(read(issuer).identity).toEqual({
      kind: 'issuer',
      issuer: 'https://id.example',
      audience: 'samutphok',
      jwks: 'https://id.example/jwks',
    });
  });

  it('takes journal, call keys and origins', () => {
    const config = read({
      SAMUTPHOK_JOURNAL: 'postgres://journal@127.0.0.1/test',
      SAMUTPHOK_JOURNAL_KEY: '/keys/journal.pem',
      SAMUTPHOK_CALL_KEYS: '/keys/calls.json',
      SAMUTPHOK_ALLOWED_ORIGINS: 'https://case.example, https://report.example:8443',
      SAMUTPHOK_ALLOW_REHEARSAL: 'true',
    });
    expect(config).toMatchObject({
      journal: { postgres: 'postgres://journal@127.0.0.1/test', signingKeyFile: '/keys/journal.pem' },
      calls: { keys: '/keys/calls.json' },
      allowedOrigins: ['https://case.example', 'https://report.example:8443'],
      allowRehearsal: true,
    });
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['SAMUTPHOK_AUDIENCE', { ...issuer, SAMUTPHOK_AUDIENCE: undefined }],
    ['SAMUTPHOK_JWKS', { ...issuer, SAMUTPHOK_JWKS: undefined }],
    ['SAMUTPHOK_ISSUER', { ...issuer, SAMUTPHOK_ISSUER: undefined }],
    ['SAMUTPHOK_ISSUER', { ...issuer, SAMUTPHOK_ISSUER: '' }],
    ['--port (or SAMUTPHOK_PORT)', { SAMUTPHOK_PORT: '70000' }],
    ['--as-of (or SAMUTPHOK_AS_OF)', { SAMUTPHOK_AS_OF: '10/08/2022' }],
    ['SAMUTPHOK_JOURNAL', { SAMUTPHOK_JOURNAL: 'mysql://x' }],
    ['SAMUTPHOK_ALLOWED_ORIGINS', { SAMUTPHOK_ALLOWED_ORIGINS: 'https://case.example/path' }],
    ['SAMUTPHOK_ALLOWED_ORIGINS', { SAMUTPHOK_ALLOWED_ORIGINS: '*' }],
    ['SAMUTPHOK_ALLOW_REHEARSAL', { SAMUTPHOK_ALLOW_REHEARSAL: 'yes' }],
    ['SAMUTPHOK_OPERATION_DEADLINE_MS', { SAMUTPHOK_OPERATION_DEADLINE_MS: '0' }],
    ['SAMUTPHOK_LOG_LEVEL', { SAMUTPHOK_LOG_LEVEL: 'loud' }],
  ])('names %s when it is wrong, with what is wrong', (name, environment) => {
    expect(() => read(environment)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', details: expect.objectContaining({ name }) }),
    );
  });
});
