// What a replay needs of a history, and no more: some hundred of them lie in the repository.

/** What no replay looks at. */
const IDLE = new Set(
  (
    'taskId version identity workerVersion header memo prevAutoResetPoints historySizeBytes links ' +
    'suggestContinueAsNew scheduleToCloseTimeout scheduleToStartTimeout startToCloseTimeout meteringMetadata ' +
    'workflowExecutionTimeout workflowRunTimeout'
  ).split(' '),
);
/** A command longer than this carries the terms and the text of a contract, which workflows only hand on. */
const LONG_COMMAND = 3_000;

/** A history as `plain` gives it, without what is not needed. */
export function slim(value) {
  if (Array.isArray(value)) return value.map((item) => slim(item));
  if (typeof value !== 'object' || value === null) return value;
  if (isPayload(value)) return { ...value, data: shortened(value.data) };
  const members = Object.entries(value).filter(([name, member]) => !IDLE.has(name) && !isEmpty(member));
  return Object.fromEntries(members.map(([name, member]) => [name, slim(member)]));
}

/** What happened, in what order, and nothing of when and to whom: histories of one shape try the same. */
export function shapeOf({ events }) {
  return JSON.stringify([events.map(({ eventType }) => eventType), payloadsIn(events).map(kindsOf)]);
}

function isPayload(value) {
  return typeof value.data === 'string' && 'metadata' in value;
}

function isEmpty(member) {
  return member === '' || (Array.isArray(member) && member.length === 0);
}

function shortened(data) {
  const { body, ...rest } = data.length > LONG_COMMAND ? json(data) : {};
  if (!body?.type) return data;
  return Buffer.from(JSON.stringify({ ...rest, body: { type: body.type, at: body.at } })).toString('base64');
}

function payloadsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  if (isPayload(value)) return [json(value.data)];
  return Object.values(value).flatMap((member) => payloadsIn(member));
}

/** Which command it is, or what a turn wrote and where its owner stood then. */
function kindsOf({ body, written, status }) {
  return body?.type ?? [status, ...(written ?? []).map(({ kind }) => kind)];
}

function json(data) {
  try {
    return JSON.parse(Buffer.from(data, 'base64').toString('utf8')) ?? {};
  } catch {
    return {};
  }
}
