// What stands below the options in `--help`.

export const HELP = `
Examples:
  render                                 every résumé in resumes/, with its own theme
  render cv.yaml --theme classic         out/cv.pdf, out/cv.html, out/cv.docx
  render cv.yaml -f docx,txt,md          no browser needed
  render cv.yaml --set style.size=12     larger type, this once
  render cv.yaml --watch                 again at every save, until Ctrl-C
  render preview                         the same in your browser, with what machines read
  render validate cv.yaml                what is wrong, where, and how to mend it
  render check cv.yaml cv.pdf            what applicant systems find in it
  render extract cv.pdf -o cv.yaml       the YAML inside, if it was made with --embed-source
  render init                            a commented resume.yaml to fill in
  render themes new harbour              a theme of your own, to edit`;

export const INIT_HELP = `
The file is resume.yaml unless you name one; a file that is there is never overwritten. On a terminal, what no option
says is asked for. Elsewhere nothing is asked: it is an engineer with an invented name, in English.

Example:
  render init cv.yaml --shape graduate --name "Ada Example" --locale en-GB`;

export const PREVIEW_HELP = `
The address it prints answers this machine only. Ctrl-C ends it.

Examples:
  render preview                         every résumé in resumes/, to choose from on the page
  render preview cv.yaml --theme ./mine  begins with a theme of your own
  render preview cv.yaml --port 8080     the same address every time`;

export const VALIDATE_HELP = `
Examples:
  render validate                        every résumé in resumes/, else resume.yaml
  render validate cv.yaml --strict       a warning fails as well
  render validate --report github        findings as annotations of a pull request`;

export const CHECK_HELP = `
Examples:
  render check                           every résumé, rendered in memory, in every format
  render check cv.yaml -t modern         one of them with another theme
  render check sent.pdf                  any finished file, whoever made it
  render check sent.docx --text          its text, as programs read it
  render check cv.pdf --report json      all that was recovered and found, for programs`;

export const EXTRACT_HELP = `
Examples:
  render cv.yaml --embed-source          makes files that carry it
  render extract out/cv.pdf              prints it
  render extract out/cv.pdf -o cv.yaml   writes it to a file that is not there yet`;

export const SCHEMA_HELP = `
Example:
  render schema > resume.schema.json     for an editor that completes and checks as you type`;

export const COMPLETION_HELP = `
Examples:
  source <(render completion bash)       in ~/.bashrc; with zsh in ~/.zshrc
  render completion fish > ~/.config/fish/completions/render.fish`;

export const DOCTOR_HELP = `
Examples:
  render doctor                          what is there, and for what is missing what to do
  render doctor --browser /usr/bin/chromium --out /srv/cv`;
