// Checks report pages in a headless browser: axe (WCAG 2.0 to 2.2, A and AA) on wide and narrow screens and on paper,
// no sideways scroll, a sheet of A4 an area, no request to anywhere else, no script needed. Usage: node check_report.mjs REPORT.html ...
// CHROMIUM names the browser, /usr/bin/chromium by default. Exit 1 when anything is wrong.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const views = [
  { name: 'wide', width: 1280, media: 'screen' },
  { name: 'tablet', width: 700, media: 'screen' },
  { name: 'narrow', width: 390, media: 'screen' },
  { name: 'least', width: 320, media: 'screen' },
  { name: 'print', width: 695, media: 'print' },
];

// Scripts are blocked by the page's policy; axe is put in by the browser itself.
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'none'; base-uri 'none'; form-action 'none'";

async function serve(file) {
  const html = await readFile(file);
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
    });
    response.end(request.url === '/' ? html : '');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}

function describe(violation) {
  const nodes = violation.nodes.slice(0, 3).map((n) => `      ${n.target.join(' ')}: ${n.html.slice(0, 140)}`);
  return `${violation.id} (${violation.nodes.length}): ${violation.help}\n${nodes.join('\n')}`;
}

// Area pages are all made alike, and axe takes a minute over 42 of them: it sees those that bear a mark and a few others.
async function keepSomePages(page) {
  await page.evaluate(() => {
    const all = [...document.querySelectorAll('article.area')];
    const marked = all.filter((a) => a.querySelector('h3 .tag')).slice(0, 5);
    const kept = new Set([...marked, ...all.slice(0, 3)]);
    for (const article of all) if (!kept.has(article)) article.remove();
  });
}

// An area's page must fit one sheet: A4 less 12 mm above and below, at 96 px an inch.
const sheet = Math.floor(((297 - 24) / 25.4) * 96);

async function tallPages(page) {
  return page.evaluate((most) => [...document.querySelectorAll('article.area')]
    .filter((a) => !a.textContent.includes('<script')) // hostile texts in every cell are long: they may run on
    .map((a) => [a.id, Math.ceil(a.getBoundingClientRect().height)]).filter(([, height]) => height > most)
    .map(([id, height]) => `${id} needs ${height} px of a sheet of ${most}`), sheet);
}

async function checkView(browser, url, view) {
  const faults = [];
  const context = await browser.newContext({ viewport: { width: view.width, height: 900 }, bypassCSP: false });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().endsWith('/favicon.ico')) faults.push(`request: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('dialog', (dialog) => { faults.push('a dialog opened'); dialog.dismiss(); });
  await page.goto(url);
  await page.emulateMedia({ media: view.media });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${wide} px of sideways scroll`);
  const small = await page.evaluate(() => [...document.querySelectorAll('body *')]
    .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length > 0)
    .filter((e) => {
      const scale = e instanceof SVGGraphicsElement ? Math.abs(e.getScreenCTM()?.a ?? 1) : 1;
      return parseFloat(getComputedStyle(e).fontSize) * scale < 11.9;
    }).length);
  if (view.media === 'screen' && small > 0) faults.push(`${small} texts under 12 px`);
  if (view.media === 'print') faults.push(...(await tallPages(page)));
  await keepSomePages(page);
  const results = await new AxeBuilder({ page }).withTags(tags).analyze();
  faults.push(...results.violations.map(describe));
  await context.close();
  return faults;
}

async function checkWithoutScripts(browser, url) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(url);
  const faults = [];
  if ((await page.locator('h1').count()) !== 1) faults.push('not exactly one h1');
  if ((await page.locator('script, iframe, object, embed, link, img, form').count()) > 0) faults.push('an active or outside element');
  const levels = await page.evaluate(() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1])));
  if (levels.some((level, i) => i > 0 && level > levels[i - 1] + 1)) faults.push('headings skip a level');
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map((e) => e.id));
  if (new Set(ids).size !== ids.length) faults.push('an id occurs twice');
  const broken = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
    .filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).length);
  if (broken > 0) faults.push(`${broken} links lead nowhere`);
  await context.close();
  return faults;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node check_report.mjs REPORT.html ...');
  process.exit(2);
}
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' });
let wrong = 0;
for (const file of files) {
  const { server, url } = await serve(file);
  const say = (name, faults) => {
    wrong += faults.length;
    console.log(`${file}: ${name}: ${faults.length === 0 ? 'ok' : `${faults.length} faults`}`);
    for (const fault of faults) console.log(`    ${fault}`);
  };
  say('without scripts', await checkWithoutScripts(browser, url));
  for (const view of views) say(view.name, await checkView(browser, url, view));
  server.close();
}
await browser.close();
process.exit(wrong === 0 ? 0 : 1);
