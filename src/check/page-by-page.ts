/**
 * What `read` finds on each page of a PDF, by its number from 1, one after the other: of a page being read pdf.js holds many times
 * what is kept of it.
 */
export async function pageByPage<T>(count: number, read: (number: number) => Promise<T>): Promise<T[]> {
  const pages: T[] = [];
  for (let number = 1; number <= count; number += 1) pages.push(await read(number));
  return pages;
}
