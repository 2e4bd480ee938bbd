const LEGAL = /^(inc|llc|ltd|limited|plc|gmbh|ag|s\.?a\.?|s\.?r\.?l|co|corp|b\.?v)\.?$/i;

/** A comma, in any script; a space belongs to it where the script has spaces. */
export const COMMA = /,\s+|[、，]\s*|،\s*/u;

/** `Acme, Inc., Boston, MA` → the name, and where it is. */
export function splitPlace(line: string): { name: string; place?: string } {
  const [cell = '', ...cells] = line.split(/\t|\s+[|·•–—]\s+/u).map((part) => part.trim());
  const [first = '', ...parts] = cells.length > 0 ? [cell] : cell.split(COMMA);
  const legal = LEGAL.test(parts[0] ?? '') ? [parts.shift()] : [];
  const place = [...parts, ...cells].join(', ');
  return { name: [first, ...legal].join(', '), ...(place !== '' && { place }) };
}
