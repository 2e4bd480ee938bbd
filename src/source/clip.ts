/** A text for a message: of one that is longer than `most` UTF-16 units, the beginning and an ellipsis. */
export const clip = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;
