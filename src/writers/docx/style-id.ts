/** A style's id in a Word file: its name without the spaces, as Word makes it. */
export const styleId = (name: string): string => name.replaceAll(' ', '');
