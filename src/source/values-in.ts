/** A value that stands in plain data, and where. */
export interface Found {
  value: unknown;
  path: readonly PropertyKey[];
}

/** Plain data and all that stands in it, in order. */
export function valuesIn(data: unknown): Found[] {
  const found: Found[] = [];
  const visit = (value: unknown, path: readonly PropertyKey[]): void => {
    found.push({ value, path });
    if (Array.isArray(value)) value.forEach((item, index) => void visit(item, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key]);
  };
  visit(data, []);
  return found;
}
