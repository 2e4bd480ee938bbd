/**
 * The tag that serves a reader of the locale: itself, else less and less of it (RFC 4647, section 3.4), else the same
 * language of another region. Undefined where none is of its language.
 */
export function nearestLanguage(tags: readonly string[], locale: string): string | undefined {
  const parts = locale.toLowerCase().split('-');
  for (let length = parts.length; length > 0; length -= 1) {
    const range = parts.slice(0, length).join('-');
    const found = tags.find((tag) => tag.toLowerCase() === range);
    if (found !== undefined) return found;
  }
  return tags.find((tag) => tag.toLowerCase().split('-', 1)[0] === parts[0]);
}
