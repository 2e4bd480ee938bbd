// What is said between the program and the process in which a theme's code runs.

export interface Order {
  /** The package. */
  name: string;
  /** A `file:` URL in the folder whose `node_modules` the package is found in. */
  from: string;
  /** Strict JSON Resume 1.0.0. */
  resume: object;
  /** The document's date, in milliseconds since 1970. */
  now: number;
}

export interface Answer {
  html?: string;
  /** The page's margins as four CSS lengths, where the theme says them for a PDF. */
  margin?: string;
  /** Why there is no HTML, in one line. */
  fault?: string;
}
