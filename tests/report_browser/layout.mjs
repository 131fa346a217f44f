// What goes wrong on a page that has room for too little: sideways scroll, text that is small, cut or written over
// other text, area pages longer than a sheet of paper.

// A4 less 12 mm above and below, at 96 px an inch.
const sheet = Math.floor(((297 - 24) / 25.4) * 96);

const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

// Runs in the page. Texts as lines on the screen: {text, box, element}.
function inspected({ least, most }) {
  const shown = (e) => e.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !e.closest('.vh, .skip, title, desc');
  const lines = [], small = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !shown(element)) continue;
    const scale = element instanceof SVGGraphicsElement ? Math.abs(element.getScreenCTM()?.a ?? 1) : 1;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 2 || box.height < 2) continue; // headings of columns that cards hide
      if (parseFloat(getComputedStyle(element).fontSize) * scale < least) small.add(element);
      lines.push({ text: node.data.trim().slice(0, 40), box, element });
    }
  }
  const scrolls = (e) => e.closest('.scroll') !== null;
  const clipped = (line) => {
    const holder = line.element.closest('th, td');
    return holder && getComputedStyle(holder).position === 'absolute';
  };
  const visible = lines.filter((line) => !clipped(line));
  const width = document.documentElement.clientWidth;
  const cut = visible.filter((l) => (l.box.left < -1 || l.box.right > width + 1) && !scrolls(l.element));
  visible.sort((a, b) => a.box.top - b.box.top);
  const over = [];
  for (let i = 0; i < visible.length; ++i)
    for (let k = i + 1; k < visible.length && visible[k].box.top < visible[i].box.bottom - 4; ++k) {
      const a = visible[i].box, b = visible[k].box;
      if (visible[i].element === visible[k].element || scrolls(visible[i].element) !== scrolls(visible[k].element)) continue;
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3) over.push(`"${visible[i].text}" and "${visible[k].text}"`);
    }
  const tall = [...document.querySelectorAll('article.area')]
    .filter((a) => !a.textContent.includes('<')) // hostile texts in every cell are long: they may run on
    .map((a) => [a.id, Math.ceil(a.getBoundingClientRect().height)]).filter(([, height]) => height > most);
  return { small: [...small].map((e) => e.textContent.trim().slice(0, 40)), cut: cut.map((l) => l.text), over, tall, lines: lines.length };
}

function listed(what, found) {
  if (found.length === 0) return [];
  return [`${what} (${found.length}): ${found.slice(0, 4).join('; ')}`];
}

export async function layoutFaults(page, view) {
  const faults = [];
  const wide = await page.evaluate(sideways);
  if (wide > 0) faults.push(`${wide} px of sideways scroll`);
  const print = view.media === 'print';
  const found = await page.evaluate(inspected, { least: print ? 9.3 : 11.9, most: sheet }); // 7 pt, 12 px
  if (found.lines < 100) faults.push(`only ${found.lines} lines of text were seen`);
  faults.push(...listed('texts too small', found.small), ...listed('texts cut off at the side', found.cut),
    ...listed('texts over one another', found.over));
  if (print) faults.push(...found.tall.map(([id, height]) => `${id} needs ${height} px of a sheet of ${sheet}`));
  return faults;
}
