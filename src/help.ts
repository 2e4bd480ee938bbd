// What stands below the options in `--help`.

export const HELP = `
Examples:
  render                                 every résumé in resumes/, with its own theme
  render cv.yaml --theme classic         out/cv.pdf, out/cv.html, out/cv.docx
  render cv.yaml -f docx,txt,md          no browser needed
  render cv.yaml --set style.size=12     larger type, this once
  render cv.yaml --watch                 again at every save, until Ctrl-C
  render validate cv.yaml                what is wrong, where, and how to mend it
  render check cv.yaml cv.pdf            what applicant systems find in it
  render extract cv.pdf -o cv.yaml       the YAML inside, if it was made with --embed-source
  render init                            a commented resume.yaml to fill in`;

export const INIT_HELP = `
The file is resume.yaml unless you name one; a file that is there is never overwritten. On a terminal, what no option
says is asked for. Elsewhere nothing is asked: it is an engineer with an invented name, in English.

Example:
  render init cv.yaml --shape graduate --name "Ada Example" --locale en-GB`;
