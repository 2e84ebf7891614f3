import { checkAddress } from './address.ts';
import { contentOf, issue, readPublished, sequenceOf, untilFirst, type Desk } from './desk.ts';

/** See Registry.registerAddress. Gateways get the same graph with the new address in it. */
export async function registerAddress(desk: Desk, body: string, text: string): Promise<string> {
  const url = await checkAddress(text, desk.addresses);
  return untilFirst(async () => {
    const published = await readPublished(desk);
    const { artefact, addresses } = published;
    if (addresses.get(body) === url) return url;
    const address = { body, url, registeredBy: 'operator', at: desk.now() };
    const isUsed = artefact?.manifest.bodies.some((each) => each.body === body) === true;
    if (artefact === undefined || !isUsed) return (await desk.store.add({ address })) ? url : undefined;
    const issued = await issue(desk, {
      address,
      content: contentOf(artefact),
      addresses: new Map([...addresses, [body, url]]),
      after: sequenceOf(published),
    });
    return issued && url;
  });
}
