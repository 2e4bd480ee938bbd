/**
 * The instant that `meta.lastModified` names (ISO 8601), undefined when it names none. Without a zone of its own a time
 * is UTC: the machine's zone has no say. JSON Resume's own examples have none.
 */
export function lastModified(written: string): Date | undefined {
  const match =
    /^(\d{4}(?:-\d{2}){0,2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(
      written.trim(),
    );
  if (!match) return undefined;
  const [, day, time, zone = 'Z'] = match;
  const instant = new Date(time === undefined ? `${day}` : `${day}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}
