/** False for what a registry says of somebody whom it holds nothing about: null, false, 0, NONE and the empty list. */
export function hasWeight(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== null && value !== false && value !== 0 && value !== 'NONE';
}
