// The structure of a page as text, a line a thing that a reader sees: headings, landmarks, tables, drawings, with the
// twelfths of the width that they take. It is compared with what was looked at and approved; colours, fonts and numbers
// may change without a word.
import { mkdir, readFile, writeFile } from 'node:fs/promises';

const folder = new URL('approved/', import.meta.url);

// Runs in the page.
function outline() {
  const width = document.documentElement.clientWidth;
  const seen = (e) => e.checkVisibility() && e.getBoundingClientRect().width > 2 && !e.closest('.vh, .defs');
  const unnumbered = (text) => text.replace(/\s+/g, ' ').trim().replace(/[-+\u2212]?\d[\d.,]*/g, '#');
  const place = (e) => {
    const box = e.getBoundingClientRect();
    const twelfth = (x) => Math.round((x / width) * 12);
    return `${twelfth(box.left)}-${twelfth(box.right)}`;
  };
  const columns = (table) => [...table.querySelectorAll('thead th')].map((th) => {
    const head = th.cloneNode(true);
    head.querySelectorAll('svg').forEach((svg) => svg.remove());
    return unnumbered(head.textContent);
  });
  const drawn = (svg) => {
    const kinds = {};
    for (const e of svg.querySelectorAll('line, rect, path, polyline, use, text, circle'))
      if (e.checkVisibility()) kinds[e.tagName] = (kinds[e.tagName] ?? 0) + 1;
    return Object.entries(kinds).map(([kind, count]) => `${count} ${kind}`).join(', ');
  };
  const described = (e) => {
    const tag = e.tagName.toLowerCase();
    if (/^h[1-6]$/.test(tag)) return `${tag} ${unnumbered(e.textContent).slice(0, 60)}`;
    if (tag === 'table') {
      const strips = [...e.querySelectorAll('td svg')].filter(seen).length;
      return `table ${e.className || 'plain'}: ${e.querySelectorAll('tbody tr').length} rows, ${strips} drawings | ${columns(e).join(' | ')}`;
    }
    if (tag === 'svg') return `svg ${e.getAttribute('class') ?? ''} ${e.getAttribute('role') ?? ''}: ${drawn(e)}`;
    if (tag === 'details') return `details ${unnumbered(e.querySelector('summary').textContent).slice(0, 60)}`;
    if (tag === 'ul' || tag === 'ol' || tag === 'dl') return `${tag} ${e.className}: ${e.children.length} parts`;
    if (tag === 'p') return e.className ? `p ${e.className}` : null;
    return `${tag}${e.id ? ` #${e.id}` : ''}${e.className && tag !== 'section' ? ` .${e.className}` : ''}`;
  };
  const lines = [];
  const wanted = 'header, nav, main, footer, section, article, figure, figcaption, h1, h2, h3, h4, table, details, dl, ul, ol, p, svg, .warn';
  for (const e of document.body.querySelectorAll(wanted)) {
    if (!seen(e) || (e.tagName === 'svg' && e.closest('td, th, li, .w, svg svg'))) continue;
    if (e.closest('details') && e.tagName.toLowerCase() !== 'details') continue;
    const text = described(e);
    if (!text) continue;
    let depth = 0;
    for (let up = e.parentElement; up; up = up.parentElement) if (up.matches('main, section, article, figure, .warn')) ++depth;
    lines.push(`${'  '.repeat(depth)}${text} [${place(e)}]`);
  }
  return lines.join('\n') + '\n';
}

function firstDifference(approved, found) {
  const a = approved.split('\n'), b = found.split('\n');
  const at = a.findIndex((line, i) => line !== b[i]);
  const line = at < 0 ? a.length : at;
  return `line ${line + 1}:\n      approved: ${a[line] ?? 'no line'}\n      found:    ${b[line] ?? 'no line'}`;
}

export async function outlineFaults(page, name, view) {
  const found = await page.evaluate(outline);
  const file = new URL(`${name}.${view.name}.txt`, folder);
  if (process.env.APPROVE) {
    await mkdir(folder, { recursive: true });
    await writeFile(file, found);
    return [];
  }
  const approved = await readFile(file, 'utf8').catch(() => '');
  if (approved === found) return [];
  return [`the structure is not the approved one (look at it, then APPROVE=1), ${firstDifference(approved, found)}`];
}
