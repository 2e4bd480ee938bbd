import { expect } from 'vitest';
import { readResume } from '../../src/resume/read.js';

/** What is said about a résumé: `line:column+length rule <path> message → suggestion`. */
export function findings(source: string): string[] {
  const { resume, diagnostics } = readResume(source, 'resume.yaml');
  expect(resume === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ severity, file, rule, place, path, message, suggestion }) => {
    expect({ severity, file }).toEqual({ severity: 'error', file: 'resume.yaml' });
    const at = `${place?.line}:${place?.column}+${place?.length}`;
    return `${at} ${rule} <${path}> ${message}${suggestion ? ` → ${suggestion}` : ''}`;
  });
}
/** The same for a whole résumé of which one section is of interest, from line 2 on. */
export const section = (text: string) => findings(`basics: {name: Ada}\n${text}`);
