// A receiver of webhooks with its bad days, in a process of its own that a test may kill. Usage:
// node webhook-receiver.mjs PORT FILE MODE, where every call that was heard out is written to FILE, a line each, before it is answered.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , port, file, mode] = process.argv;

let calls = 0;

/** What becomes of a call: of ten, five are taken; the others fail, are dropped or hang. */
function dealing() {
  calls += 1;
  if (mode === 'good') return 'take';
  if (mode !== 'flaky') return mode;
  const turn = calls % 10;
  if (turn === 1) return '500';
  if (turn === 3) return '503';
  if (turn === 5) return 'drop';
  if (turn === 7) return 'takeAndDrop';
  return calls % 40 === 9 ? 'hang' : 'take';
}

const server = createServer((request, response) => {
  const how = dealing();
  if (how === 'drop') return request.socket.destroy();
  let body = '';
  request.setEncoding('utf8').on('data', (part) => (body += part));
  request.on('end', () => {
    const taken = how.startsWith('take');
    const { headers, url } = request;
    appendFileSync(file, `${JSON.stringify({ how, url, headers, body })}\n`);
    if (how === 'hang') return;
    if (how === 'takeAndDrop') request.socket.destroy();
    else if (how === 'redirect') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.writeHead(taken ? 204 : Number(how)).end();
  });
  return undefined;
});

server.listen(Number(port), '127.0.0.1', () => process.send?.({ port: server.address().port }));
