/**
 * Objects that inherit nothing: no name that comes from outside reaches a prototype, and a field named `constructor` is
 * absent until somebody sets it.
 */
export interface BareKind {
  readonly create: () => Record<string, unknown>;
  /** True for objects of this kind alone. */
  readonly is: (value: unknown) => value is Record<string, unknown>;
}

export function bareKind(): BareKind {
  // A constructor rather than Object.create(null): the engine then keeps such objects in their fast representation.
  class BareObject {
    [name: string]: unknown;
  }
  Reflect.deleteProperty(BareObject.prototype, 'constructor');
  Object.setPrototypeOf(BareObject.prototype, null);
  return {
    create: () => new BareObject(),
    is: (value): value is Record<string, unknown> => value instanceof BareObject,
  };
}
