/**
 * An object of the answer under construction. It inherits nothing, so a field named `constructor` or `toString` is
 * absent until a body gives it, and no name that a body may send reaches a prototype.
 */
export type Merged = Record<string, unknown>;

/* A constructor rather than Object.create(null): the engine then keeps such objects in their fast representation. */
class MergedObject {
  [name: string]: unknown;
}
Reflect.deleteProperty(MergedObject.prototype, 'constructor');
Object.setPrototypeOf(MergedObject.prototype, null);

export function createMerged(): Merged {
  return new MergedObject();
}

export function isMerged(value: unknown): value is Merged {
  return value instanceof MergedObject;
}
