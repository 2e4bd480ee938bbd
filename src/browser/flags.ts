// In: whether the sandbox stays. Out: the flags Chromium is started with, beyond Puppeteer's own.
// Why: each line keeps a documented promise or saves time. Never here: --disable-web-security (pages could
// read files), --allow-file-access-from-files, --single-process (a crash would take every document along).

export function browserFlags(sandbox: boolean): string[] {
  return [
    // The third wall around the page: whatever slips past the other two finds no host and no proxy.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-proxy-server',
    // Glyphs are placed by the font's own widths, not by those of the screen's pixel grid:
    // https://github.com/puppeteer/puppeteer/issues/2410
    '--font-render-hinting=none',
    // Nothing is drawn to a screen, and nothing is updated, announced or tried out.
    '--disable-gpu',
    '--disable-component-update',
    '--disable-field-trial-config',
    '--no-default-browser-check',
    // Without the sandbox the process that forks renderers has no purpose; it would only outlive the browser
    // as a zombie where process 1 collects none.
    ...(sandbox ? [] : ['--no-sandbox', '--no-zygote']),
  ];
}
