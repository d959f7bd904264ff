export type Fields = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws RangeError that names what was expected. */
export function recordIn(value: unknown, what: string): Fields {
  if (!isRecord(value)) throw new RangeError(`${what} is no object`);
  return value;
}

/** @throws RangeError that names what was expected. */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError(`${what}: a list is expected`);
  return value;
}

/** @throws RangeError that names the key. */
export function textIn(fields: Fields, key: string): string {
  const value = fields[key];
  if (typeof value !== 'string' || value === '') throw new RangeError(`"${key}" is no text`);
  return value;
}

/** @throws RangeError that names the key. */
export function numberIn(fields: Fields, key: string): number {
  const value = fields[key];
  if (typeof value !== 'number') throw new RangeError(`"${key}" is no number`);
  return value;
}
