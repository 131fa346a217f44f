// What axe finds: WCAG 2.0 to 2.2 at A and AA, and its own best practice. The browser's debugger puts it into the page,
// which the page's policy does not reach.
import axe from 'axe-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

function described(violation) {
  const nodes = violation.nodes.slice(0, 3).map((n) => `      ${n.target.join(' ')}: ${n.html.slice(0, 140)}`);
  return `${violation.id} (${violation.nodes.length}): ${violation.help}\n${nodes.join('\n')}`;
}

export async function axeFaults(page) {
  await page.evaluate(axe.source);
  const results = await page.evaluate((runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }), tags);
  if (results.passes.length === 0) return ['axe checked nothing'];
  return results.violations.map(described);
}
