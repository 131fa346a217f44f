// Checks report pages in a headless browser: axe, layout, requests, and their structure against approved outlines.
//   node check.mjs NAME=REPORT.html ...
// APPROVE=1 writes the outlines anew, SHOTS=DIR keeps a picture of every view, CHROMIUM names the browser
// (/usr/bin/chromium). Exit 1 when anything is wrong.
import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { axeFaults } from './axe.mjs';
import { layoutFaults } from './layout.mjs';
import { outlineFaults } from './outline.mjs';
import { pageFaults } from './page.mjs';
import { serve } from './serve.mjs';

// A width on paper is that of A4 less 13 mm on either side, at 96 px an inch.
const views = [
  { name: 'wide', width: 1280, media: 'screen', whole: true },
  { name: 'tablet', width: 700, media: 'screen' },
  { name: 'phone', width: 390, media: 'screen', whole: true },
  { name: 'least', width: 320, media: 'screen' },
  { name: 'print', width: 695, media: 'print', whole: true },
];

// The browser itself may not call anyone either.
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];

async function opened(browser, url, view, scripts, faults) {
  const context = await browser.newContext({ viewport: { width: view.width, height: 900 }, javaScriptEnabled: scripts });
  const page = await context.newPage();
  page.setDefaultTimeout(120000); // a busy machine is no fault of the page
  page.on('request', (request) => {
    if (request.url() !== url) faults.push(`request: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('dialog', (dialog) => { faults.push('a dialog opened'); dialog.dismiss(); });
  await page.goto(url);
  await page.emulateMedia({ media: view.media });
  return page;
}

// Pages of areas are all made alike, and axe takes a minute over 42: it sees two with a mark and the first.
async function keepSomePages(page) {
  await page.evaluate(() => {
    const all = [...document.querySelectorAll('article.area')];
    const marked = all.filter((a) => a.querySelector('h3 .tag')).slice(0, 2);
    const kept = new Set([...marked, ...all.slice(0, 1)]);
    for (const article of all) if (!kept.has(article)) article.remove();
  });
}

async function checkView(browser, report, view) {
  const faults = [];
  const page = await opened(browser, report.url, view, true, faults);
  faults.push(...await layoutFaults(page, view));
  await keepSomePages(page);
  if (process.env.SHOTS && view.whole)
    await page.screenshot({ path: `${process.env.SHOTS}/${report.name}.${view.name}.png`, fullPage: true, timeout: 120000 });
  if (view.whole) faults.push(...await axeFaults(page), ...await outlineFaults(page, report.name, view));
  await page.context().close();
  return faults;
}

// Axe itself is a script: it cannot look at this page, but what it finds holds here, where the page is the same.
async function checkWithoutScripts(browser, report) {
  const faults = [], pages = [];
  for (const scripts of [false, true]) pages.push(await opened(browser, report.url, views[0], scripts, faults));
  const [without, with_] = await Promise.all(pages.map((page) => page.content()));
  if (without !== with_) faults.push('the page is another one where scripts may run');
  faults.push(...await pageFaults(pages[0]));
  for (const page of pages) await page.context().close();
  return faults;
}

// A check that cannot fail proves nothing: it must find these in a page that was made to have them.
const planted = ['request: ', 'sideways scroll', 'texts too small', 'texts over one another', 'texts cut off', 'color-contrast',
  'image-alt', 'the structure is not', 'headings skip', 'occurs twice', 'leads nowhere', 'an active', 'event handlers'];

async function missedFaults(browser) {
  const { server, url } = await serve(new URL('faulty.html', import.meta.url));
  const report = { name: 'faulty', url };
  const found = [...await checkWithoutScripts(browser, report), ...await checkView(browser, report, views[0])];
  server.close();
  return planted.filter((part) => !found.some((fault) => fault.includes(part))).map((part) => `not found: ${part}`);
}

async function main() {
  const reports = process.argv.slice(2).map((text) => text.split('='));
  if (reports.length === 0 || reports.some((parts) => parts.length !== 2)) {
    console.error('usage: node check.mjs NAME=REPORT.html ...');
    return 2;
  }
  if (process.env.SHOTS) await mkdir(process.env.SHOTS, { recursive: true });
  const root = process.getuid?.() === 0; // Chromium has no sandbox for root
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quiet, chromiumSandbox: !root });
  let wrong = 0;
  const say = (what, faults) => {
    wrong += faults.length;
    console.log(`${what}: ${faults.length === 0 ? 'ok' : `${faults.length} faults`}`);
    for (const fault of faults) console.log(`    ${fault}`);
  };
  if (!process.env.APPROVE) say('the check itself', await missedFaults(browser));
  for (const [name, file] of reports) {
    const { server, url } = await serve(file);
    const report = { name, url };
    say(`${name}: without scripts`, await checkWithoutScripts(browser, report));
    const found = await Promise.all(views.map((view) => checkView(browser, report, view)));
    views.forEach((view, i) => say(`${name}: ${view.name}`, found[i]));
    server.close();
  }
  await browser.close();
  return wrong === 0 ? 0 : 1;
}

process.exit(await main());
