// A receiver of webhooks that verifies signatures with nothing but Node: SECRET=whsec_… node docs/examples/receiver.mjs
// It listens on 127.0.0.1:9009, or on the port that PORT says.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const key = Buffer.from((process.env.SECRET ?? '').replace('whsec_', ''), 'base64');
const taken = new Set();

createServer((request, response) => {
  void text(request).then((body) => response.writeHead(answerTo(request.headers, body)).end());
}).listen(Number(process.env.PORT ?? 9009), '127.0.0.1');

/** The status to answer with: 401 for what is not signed, or too old; 204 for what was taken. */
function answerTo(headers, body) {
  const header = (name) => String(headers[`webhook-${name}`] ?? '');
  const [id, at, signatures] = ['id', 'timestamp', 'signature'].map(header);
  const isLate = Math.abs(Date.now() / 1000 - Number(at)) > 300;
  const wanted = createHmac('sha256', key).update(`${id}.${at}.${body}`).digest();
  const isGood = signatures.split(' ').some((each) => {
    const given = Buffer.from(each.replace('v1,', ''), 'base64');
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  });
  if (isLate || !isGood) return 401;
  // What was taken before comes again when our answer got lost: once is enough.
  if (!taken.has(id)) console.log(JSON.stringify(JSON.parse(body)));
  taken.add(id);
  return 204;
}
