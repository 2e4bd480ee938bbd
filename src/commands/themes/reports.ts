/** How the commands about themes tell their results: for people, or as one JSON object. */
export const REPORTS = ['pretty', 'json'] as const;
export type Report = (typeof REPORTS)[number];
