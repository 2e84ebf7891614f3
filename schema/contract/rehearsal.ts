/** A failure that is staged at the gateway, so that people see what a failing body looks like. */
export type RehearsedFault =
  | { readonly kind: 'LATENCY'; readonly latencyMs: number }
  | { readonly kind: 'ERROR' }
  | { readonly kind: 'GARBAGE' }
  | { readonly kind: 'DOWN' };

/** The reason of a reply that brought nothing because its body's failure is rehearsed. */
export const rehearsalReason = 'the failure of this body is being rehearsed';
