// One page on a port of this machine, under a policy that allows nothing but its own styles.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';

const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'none'; base-uri 'none'; form-action 'none'";

export async function serve(file) {
  const html = await readFile(file);
  const server = createServer((request, response) => {
    const found = request.url === '/';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
    response.end(found ? html : '');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${server.address().port}/` };
}
