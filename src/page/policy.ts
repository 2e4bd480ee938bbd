import { createHash } from 'node:crypto';

// Nothing may be fetched or run, whatever a template says; data blocks such as JSON-LD are not scripts.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * A page's Content-Security-Policy (https://www.w3.org/TR/CSP3/). Validators take a data block for a script, so the policy
 * names those there are by their hashes.
 */
export function policyFor(dataBlocks: readonly string[]): string {
  if (dataBlocks.length === 0) return POLICY;
  const hashes = dataBlocks.map((data) => `'sha256-${createHash('sha256').update(data).digest('base64')}'`);
  return `${POLICY}; script-src ${hashes.join(' ')}`;
}
