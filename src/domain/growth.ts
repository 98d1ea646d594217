/** Typed arrays that grow. */

/** A typed array of at least `length` entries that starts with those of `array`; at least twice as long. */
export function grown<A extends Uint8Array | Int32Array | Uint32Array | Float64Array>(array: A, length: number): A {
  const longer = new (array.constructor as new (length: number) => A)(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}
