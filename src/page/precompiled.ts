/**
 * The package's own templates, compiled: source → what `Handlebars.template` takes. Empty here; the build fills it in
 * (scripts/build.js), for to compile them takes longer than to print a page. Themes' own are compiled when they are used.
 */
export const PRECOMPILED: ReadonlyMap<string, object> = new Map();
