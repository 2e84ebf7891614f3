import type { Config } from '../../config/config.ts';
import { assertDemoAllowed, openDemoProvider, type DemoTokenRequest } from '../../identity/demo-provider.ts';
import { systemClock } from '../../kernel/clock.ts';

/**
 * A token of the demo provider of a data folder. Throws IDENTITY_DEMO_REFUSED where a real issuer is configured,
 * IDENTITY_TOKEN_REQUEST_INVALID or IDENTITY_KEY_UNREADABLE.
 */
export async function issueDemoToken({ dataDir, host, identity }: Config, request: DemoTokenRequest): Promise<string> {
  assertDemoAllowed({ host, ...(identity.kind === 'issuer' && identity) });
  return (await openDemoProvider(dataDir, systemClock)).issueDemoToken(request);
}
