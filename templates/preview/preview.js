// The page of `render preview`. It asks for the state of what is chosen, shows it, and asks again when it is told that
// something changed. What is on the screen stays until its successor is ready, and where the reader was, the reader stays.

const byId = (id) => document.getElementById(id);
const form = byId('choices');
const PANELS = ['page', 'paper', 'machine'];

// --- What is chosen; the address keeps it over a reload.

const wish = new URLSearchParams(location.search);

form.addEventListener('change', () => {
  for (const [name, value] of new FormData(form)) wish.set(name, value);
  history.replaceState(null, '', `?${wish}`);
  refresh();
});

/** Fills a list of choices, unless it is what it was: an open list must not close. */
function offer(select, options, chosen) {
  const texts = options.map(([value, label]) => `${value}\n${label}`).join('\0');
  if (select.dataset.options !== texts) {
    select.dataset.options = texts;
    select.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
  }
  select.value = chosen;
}

// --- The state.

let asked = 0;

async function refresh() {
  asked += 1;
  const mine = asked;
  tell('Rendering …', 'busy');
  const answer = await fetch(`/state?${wish}`).catch(() => undefined);
  const state = await answer?.json();
  if (mine !== asked) return;
  if (answer === undefined) tell('The preview has ended', 'error');
  else if (answer.ok) await show(state, () => mine === asked);
  else chooseAnew(state);
}

/** What was chosen is there no more: back to what the preview begins with. */
function chooseAnew({ message }) {
  if (wish.size === 0) {
    tell(message, 'error');
    return;
  }
  for (const name of [...wish.keys()]) wish.delete(name);
  history.replaceState(null, '', location.pathname);
  refresh();
}

async function show(state, isLatest) {
  const { choices, chosen, made, findings, failures } = state;
  byId('file-choice').hidden = choices.files.length < 2;
  offer(
    form.elements.file,
    choices.files.map((file) => [file, file]),
    chosen.file,
  );
  offer(
    form.elements.theme,
    [['', 'the résumé’s own'], ...choices.themes.map((theme) => [theme, theme])],
    chosen.theme,
  );
  form.elements.paper.value = chosen.paper;
  byId('title').textContent = made?.title ?? chosen.file;
  document.title = `${made?.title ?? chosen.file} – preview`;
  showFindings(findings, failures);
  document.body.classList.toggle('stale', made !== undefined && !state.current);
  if (made) await showMade(made, isLatest);
  else showNothing();
  if (isLatest()) tell(...summary(state));
}

function summary({ made, current, findings, failures }) {
  const count = (severity) => findings.filter((finding) => finding.severity === severity).length;
  const many = (number, word) => (number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]);
  const said = [
    ...many(count('error') + failures.length, 'error'),
    ...many(count('warning'), 'warning'),
  ].join(', ');
  if (!current) return [made ? `${said}; the last good version is shown` : said, 'error'];
  return said === '' ? ['Up to date', 'well'] : [said, failures.length > 0 ? 'error' : 'warning'];
}

function tell(text, tone) {
  byId('status').textContent = text;
  byId('status').dataset.tone = tone;
}

// --- The parts.

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function showFindings(findings, failures) {
  const section = byId('findings');
  section.hidden = findings.length + failures.length === 0;
  const items = [
    ...failures.map(({ message, hint }) => ({ severity: 'error', message, where: '', frame: hint ?? '' })),
    ...findings,
  ].map(({ severity, message, where, frame }) => {
    const item = element('li', '', severity);
    const line = element('p', '');
    line.append(element('span', severity, 'severity'), ` ${message} `, element('span', where, 'place'));
    item.append(line, ...(frame ? [element('pre', frame)] : []));
    return item;
  });
  section.querySelector('ol').replaceChildren(...items);
}

/** A browser opens the one in a viewer of its own, and saves the other. */
const LINKS = [
  ['document.pdf', 'Open PDF'],
  ['document.docx', 'Save Word'],
];

let shown;

async function showMade(made, isLatest) {
  if (shown === made.id) return;
  await Promise.all([showPage(made, isLatest), showPaper(made, isLatest)]);
  if (!isLatest()) return;
  shown = made.id;
  showMachine(made);
  const links = LINKS.filter(([name]) => made.files.includes(name)).map(([name, label]) => {
    const link = element('a', label);
    link.href = `/made/${made.id}/${name}`;
    link.target = '_blank';
    return link;
  });
  byId('files').replaceChildren(...links);
}

/** Nothing was ever made of this selection, and what stands there is another's. */
function showNothing() {
  shown = undefined;
  for (const body of document.querySelectorAll(
    '#page .body, #paper .body, #files, #recovered, #remarks ul',
  )) {
    body.replaceChildren();
  }
  byId('remarks').hidden = true;
  byId('pages').textContent = '';
  byId('text').textContent = '';
}

/** The new page is loaded behind the old one, scrolled to where the reader is, and only then seen. */
function showPage({ id, title, files }, isLatest) {
  if (!files.includes('page.html')) return undefined;
  const body = byId('page').querySelector('.body');
  const next = document.createElement('iframe');
  next.className = 'coming';
  next.title = `${title}, as a page`;
  // Without allow-scripts nothing in it runs; allow-same-origin lets this script, outside, read how far it is scrolled.
  next.setAttribute('sandbox', 'allow-same-origin');
  next.src = `/made/${id}/page.html`;
  return new Promise((resolve) => {
    next.addEventListener(
      'load',
      () => {
        const before = body.querySelector('iframe:not(.coming)');
        if (!isLatest()) next.remove();
        else {
          const { scrollX = 0, scrollY = 0 } = before?.contentWindow ?? {};
          next.contentWindow.scrollTo(scrollX, scrollY);
          next.className = '';
          before?.remove();
        }
        resolve();
      },
      { once: true },
    );
    body.append(next);
  });
}

async function showPaper({ id, pages, files }, isLatest) {
  const body = byId('paper').querySelector('.body');
  const sheets = pages.map(({ width, height }, index) => {
    const image = new Image(width, height);
    image.alt = `Page ${index + 1} of ${pages.length}`;
    image.src = `/made/${id}/${index + 1}.png`;
    return image;
  });
  await Promise.all(sheets.map((sheet) => sheet.decode().catch(() => undefined)));
  if (!isLatest()) return;
  const top = body.scrollTop;
  body.replaceChildren(...sheets);
  body.scrollTop = top;
  byId('pages').textContent =
    pages.length > 0 ? `${pages.length} ${pages.length === 1 ? 'page' : 'pages'}` : '';
  if (pages.length === 0 && files.includes('document.pdf'))
    body.append(element('p', 'Its pages cannot be painted here: open the PDF instead.'));
}

function showMachine({ machine }) {
  if (!machine) return;
  const rows = machine.recovered.flatMap(([key, value]) => [
    ...(key === '' ? [] : [element('dt', key)]),
    element('dd', value || '–'),
  ]);
  byId('recovered').replaceChildren(...rows);
  const remarks = machine.findings.map(({ severity, message, fix }) => {
    const item = element('li', '', severity);
    item.append(element('span', severity === 'info' ? 'note' : severity, 'severity'), ` ${message}: ${fix}`);
    return item;
  });
  byId('remarks').hidden = remarks.length === 0;
  byId('remarks')
    .querySelector('ul')
    .replaceChildren(...remarks);
  byId('text').textContent = machine.text;
}

// --- Tabs, where there is room for one panel only: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/

const tabs = [...document.querySelectorAll('[role=tab]')];
const narrow = matchMedia('(max-width: 60rem)');

function choose(tab) {
  for (const one of tabs) {
    const chosen = one === tab;
    one.setAttribute('aria-selected', chosen);
    one.tabIndex = chosen ? 0 : -1;
    byId(one.getAttribute('aria-controls')).classList.toggle('chosen', chosen);
  }
}

function arrange() {
  for (const id of PANELS) {
    const panel = byId(id);
    panel.setAttribute('aria-labelledby', narrow.matches ? `${id}-tab` : `${id}-title`);
    if (narrow.matches) panel.setAttribute('role', 'tabpanel');
    else panel.removeAttribute('role');
  }
}

for (const tab of tabs) tab.addEventListener('click', () => choose(tab));
byId('tabs').addEventListener('keydown', (event) => {
  const at = tabs.indexOf(document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[
    event.key
  ];
  if (at === -1 || to === undefined) return;
  event.preventDefault();
  const tab = tabs[to % tabs.length];
  choose(tab);
  tab.focus();
});
narrow.addEventListener('change', arrange);
arrange();
choose(tabs[0]);

// What scrolls is to be reached by keyboard; the page's own frame already is.
for (const part of [byId('findings'), ...document.querySelectorAll('#paper .body, #machine .body')])
  part.tabIndex = 0;

// --- Live: the first time it opens as well as after every change.

const events = new EventSource('/events');
events.addEventListener('open', refresh);
events.addEventListener('change', refresh);
events.addEventListener('error', () => tell('The preview has ended', 'error'));
