export interface FuzzResult {
  files: number;
  diagnostics: number;
  refused: Map<string, number>;
  bugs: { number: number; source: string; theme: string; error: Error }[];
}

export function fuzz(options: {
  seed: number;
  count: number;
  first?: number;
  root: string;
  tell?: (line: string) => void;
}): Promise<FuzzResult>;
