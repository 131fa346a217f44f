// What a page is whatever its size: one heading of the first level, no active element, links that lead somewhere.
export async function pageFaults(page) {
  const faults = [];
  if ((await page.locator('h1').count()) !== 1) faults.push('not exactly one h1');
  if ((await page.locator('script, iframe, object, embed, link, img, form').count()) > 0)
    faults.push('an active or outside element');
  const found = await page.evaluate(() => {
    const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1]));
    const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
    const broken = [...document.querySelectorAll('a[href^="#"], use[href^="#"]')]
      .filter((a) => !document.getElementById(a.getAttribute('href').slice(1)));
    const handlers = [...document.querySelectorAll('*')].filter((e) => [...e.attributes].some((a) => /^on/i.test(a.name)));
    return {
      skipped: levels.some((level, i) => i > 0 && level > levels[i - 1] + 1),
      twice: ids.filter((id, i) => ids.indexOf(id) !== i).slice(0, 3),
      broken: broken.map((a) => a.getAttribute('href')).slice(0, 3),
      handlers: handlers.length,
    };
  });
  if (found.skipped) faults.push('headings skip a level');
  for (const id of found.twice) faults.push(`the id ${id} occurs twice`);
  for (const target of found.broken) faults.push(`${target} leads nowhere`);
  if (found.handlers > 0) faults.push(`${found.handlers} elements with event handlers`);
  return faults;
}
