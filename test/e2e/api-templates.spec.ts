import { starterCase } from '#rehearsal/acceptance-starter';
import { loadPackage, loadParsedTemplate } from '#templates/load';
import { copiedTemplate, emptyVariant } from '#templates/new-template';
import { type TemplatePackage } from '#templates/package';
import { type Role } from '../../apps/api/src/access/roles.js';
import { type ContractDetail } from '../../apps/api/src/contracts/contract-schemas.js';
import { type ProblemDocument } from '../../apps/api/src/http/problem.js';
import { type VersionDetail } from '../../apps/api/src/templates/version-schemas.js';
import { newContract } from '../support/api-contracts.js';
import { TestStack } from '../support/stack.js';

/** Templates over HTTP: imported, reviewed, published, contracts drafted from them, retired. */
let stack: TestStack;
let shipped: TemplatePackage;
let starter: { readonly scenario: object; readonly expected: object };
let made = 0;

const SHIPPED = 'it-support-2025';
const LIST = '/api/v1/templates';
/** A proof takes seconds, on a busy machine many. */
const WITH_PROOFS_MS = 300_000;

interface Listed {
  readonly items: readonly {
    readonly id: string;
    readonly version: string;
    readonly state: string;
    readonly origin: string;
    readonly versions: readonly { readonly version: string; readonly state: string }[];
  }[];
  readonly invalid: readonly unknown[];
}

beforeAll(async () => {
  stack = await TestStack.start();
  const parsed = await loadParsedTemplate(SHIPPED);
  shipped = await loadPackage(SHIPPED);
  const made = await starterCase(parsed.value, parsed.calendars);
  if ('faults' in made) throw new Error(`no case: ${JSON.stringify(made.faults)}`);
  starter = made;
});

afterAll(() => stack.stop());

type Files = Record<string, string>;

/** What an answer has when it is a problem. */
type Refused = Partial<Pick<ProblemDocument, 'code' | 'errors'>>;

/** The files of a template like the shipped one, with one case to accept it by. */
function filesOf(id: string, version = '1.0.0', title = 'Ours'): Files {
  const { files } = copiedTemplate(shipped, SHIPPED, id);
  const rest = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('acceptance/')));
  const manifest = { ...read(files, 'template.json'), version, title: { 'zh-CN': title, en: title } };
  return {
    ...rest,
    'template.json': JSON.stringify(manifest),
    'acceptance/quiet.json': JSON.stringify({ ...starter.scenario, template: id }),
    'acceptance/quiet.expected.json': JSON.stringify(starter.expected),
  };
}

function read(files: TemplatePackage['files'], path: string): Record<string, unknown> {
  return JSON.parse(files[path] ?? 'null') as Record<string, unknown>;
}

const freshId = (): string => `ours-${++made}`;
const addressOf = (id: string, version = '1.0.0'): string => `${LIST}/${id}/versions/${version}`;

function importFiles(files: Files, options: { role?: Role; key?: string } = {}) {
  return stack.post<VersionDetail & Refused>(LIST, { files }, options);
}

function act(
  role: Role,
  id: string,
  action: string,
  members: object = {},
  version = '1.0.0',
  options: { key?: string } = {},
) {
  return stack.post<{ state: string; detail: VersionDetail | null } & Refused>(
    `${addressOf(id, version)}/transitions`,
    { action, ...members },
    { role, ...options },
  );
}

function put(id: string, files: Files, role: Role = 'administrator', query = '') {
  return stack.call<VersionDetail & Refused>('PUT', `${addressOf(id)}/package${query}`, {
    role,
    text: JSON.stringify({ files }),
  });
}

async function published(id: string, version = '1.0.0', title = 'Ours'): Promise<void> {
  expect((await importFiles(filesOf(id, version, title))).status).toBe(201);
  expect((await act('administrator', id, 'submit', {}, version)).status).toBe(200);
  expect(await act('reviewer', id, 'approve', {}, version)).toMatchObject({ status: 200 });
}

const pathsOf = ({ errors = [] }: Refused): string[] => errors.map(({ path }) => path);

describe('the templates that came with the product', () => {
  it('are listed as published versions of their own, beside everything that was there before', async () => {
    const { body } = await stack.get<Listed>(LIST, 'auditor');
    const item = body.items.find(({ id }) => id === SHIPPED);
    const { version } = read(shipped.files, 'template.json');
    expect(item).toMatchObject({ version, state: 'published', origin: 'shipped' });
    expect(item?.versions).toMatchObject([{ version, state: 'published' }]);
    expect(body.invalid).toEqual([]);
  });

  it('are read-only, and export as they are', async () => {
    const version = String(read(shipped.files, 'template.json')['version']);
    const { body } = await stack.get<VersionDetail>(addressOf(SHIPPED, version));
    expect(body).toMatchObject({ origin: 'shipped', author: 'Pacta', history: [], actions: [] });
    expect(await stack.get(`${addressOf(SHIPPED, version)}/package`)).toMatchObject({
      status: 200,
      body: { files: shipped.files, hash: body.hash },
    });
    expect(await act('administrator', SHIPPED, 'retire', {}, version)).toMatchObject({
      status: 409,
      body: { code: 'shippedTemplate' },
    });
    expect(await importFiles({ ...shipped.files })).toMatchObject({
      status: 409,
      body: { code: 'shippedTemplate' },
    });
  });
});

describe('a package', () => {
  it('is imported as a draft, exported as it came, and imported again under another id', async () => {
    const id = freshId();
    const files = filesOf(id);
    const imported = await importFiles(files);
    expect(imported).toMatchObject({
      status: 201,
      body: { template: id, state: 'draft', author: 'test-administrator', revision: 1 },
    });
    expect(imported.headers.get('location')).toBe(addressOf(id));
    const exported = await stack.get<{ files: Files; hash: string }>(`${addressOf(id)}/package`, 'desk');
    expect(exported.body.files).toEqual(files);
    expect(exported.body.hash).toBe(imported.body.hash);
    const other = freshId();
    expect((await importFiles({ ...copiedTemplate(exported.body, id, other).files })).status).toBe(201);
  });

  it('is refused with everything that is wrong with it, and leaves nothing behind', async () => {
    const id = freshId();
    const files = {
      ...filesOf(id),
      '../evil.json': '{}',
      'stray.txt': '',
    };
    const { status, body } = await importFiles(files);
    expect([status, body.code]).toEqual([422, 'invalidRequest']);
    expect(pathsOf(body)).toContain('../evil.json');
    const broken = { ...filesOf(id), 'parameters.json': '[]', 'targets.json': '{', 'stray.txt': '' };
    const second = await importFiles(broken);
    expect(pathsOf(second.body)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('parameters.json'),
        expect.stringContaining('targets.json'),
      ]),
    );
    expect((await stack.get(addressOf(id))).status).toBe(404);
  });

  it('replaces the files of a draft, of the revision that was looked at', async () => {
    const id = freshId();
    await importFiles(filesOf(id));
    expect(await put(id, filesOf(id, '1.0.0', 'Better'), 'administrator', '?revision=1')).toMatchObject({
      status: 200,
      body: { revision: 2, title: { en: 'Better' } },
    });
    expect(await put(id, filesOf(id), 'administrator', '?revision=1')).toMatchObject({
      status: 409,
      body: { code: 'versionChanged' },
    });
    expect((await put(id, filesOf(id, '1.0.1'))).body).toMatchObject({
      code: 'invalidRequest',
      errors: [{ path: 'files#version' }],
    });
    expect((await put(id, filesOf(id), 'reviewer')).status).toBe(403);
  });

  it('is imported once under an Idempotency-Key', async () => {
    const files = filesOf(freshId());
    const key = 'import-once';
    const [one, other] = await Promise.all([importFiles(files, { key }), importFiles(files, { key })]);
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(other.body).toEqual(one.body);
    expect(other.headers.get('location')).toBe(one.headers.get('location'));
    expect(await importFiles(files)).toMatchObject({
      status: 409,
      body: { code: 'duplicateTemplateVersion' },
    });
  });
});

describe('the life of a version', () => {
  it(
    'leads from a draft over two people to a published version that nobody changes',
    async () => {
      const id = freshId();
      await importFiles(filesOf(id));
      expect((await act('reviewer', id, 'submit')).body.code).toBe('forbidden');
      expect((await act('administrator', id, 'approve')).body.code).toBe('wrongState');
      expect((await act('administrator', id, 'submit')).body.state).toBe('inReview');
      expect(await act('administrator', id, 'approve')).toMatchObject({
        status: 403,
        body: { code: 'needsAnotherPerson' },
      });
      expect((await put(id, filesOf(id))).body.code).toBe('wrongState');
      const { body: seen } = await stack.get<VersionDetail>(addressOf(id), 'reviewer');
      expect(seen.actions).toEqual(['return', 'approve']);
      const approved = await act('reviewer', id, 'approve', { revision: seen.revision, reason: 'as agreed' });
      expect(approved).toMatchObject({
        status: 200,
        body: {
          state: 'published',
          detail: {
            reviewer: 'test-reviewer',
            hash: seen.hash,
            proof: { passed: true },
            acceptance: { passed: true, cases: [{ name: 'quiet', passed: true }] },
          },
        },
      });
      expect((await put(id, filesOf(id))).body.code).toBe('wrongState');
      expect((await act('administrator', id, 'discard')).body.code).toBe('wrongState');
      const { body } = await stack.get<VersionDetail>(addressOf(id), 'auditor');
      expect(body.history.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
        'test-administrator import',
        'test-administrator submit',
        'test-reviewer approve',
      ]);
      expect(body.history.at(-1)).toMatchObject({ reason: 'as agreed', from: 'inReview', to: 'published' });
    },
    WITH_PROOFS_MS,
  );

  it('leads back to the draft with a reason, and out of the world when that is discarded', async () => {
    const id = freshId();
    await importFiles(filesOf(id));
    await act('administrator', id, 'submit');
    expect(pathsOf((await act('reviewer', id, 'return')).body)).toEqual(['reason']);
    await act('reviewer', id, 'return', { reason: 'name the portal' });
    await act('administrator', id, 'submit');
    expect((await act('administrator', id, 'withdraw')).body.state).toBe('draft');
    expect((await act('administrator', id, 'discard')).body).toMatchObject({
      state: 'discarded',
      detail: null,
    });
    expect(await stack.get(addressOf(id))).toMatchObject({ status: 404, body: { code: 'unknownTemplate' } });
    const { body } = await importFiles(filesOf(id));
    expect(body.history.map(({ action }) => action)).toEqual([
      'import',
      'submit',
      'return',
      'submit',
      'withdraw',
      'discard',
      'import',
    ]);
  });

  it(
    'does not lead to publication where a case fails, which a test shows before',
    async () => {
      const id = freshId();
      const files = filesOf(id);
      const expected = JSON.stringify({ ...starter.expected, status: 'closed' });
      await importFiles({ ...files, 'acceptance/quiet.expected.json': expected });
      const differs = [expect.stringMatching(/^status: expected "closed" got /)];
      expect((await stack.post(`${addressOf(id)}/test`, {}, { role: 'reviewer' })).body).toMatchObject({
        passed: false,
        cases: [{ name: 'quiet', passed: false, faults: [], differences: differs }],
      });
      await act('administrator', id, 'submit');
      const { status, body } = await act('reviewer', id, 'approve');
      expect([status, body.code]).toEqual([409, 'checksFailed']);
      expect(body.errors).toMatchObject([{ path: 'acceptance.quiet', problem: differs[0] }]);
      expect((await stack.get<VersionDetail>(addressOf(id))).body.state).toBe('inReview');
    },
    WITH_PROOFS_MS,
  );

  it(
    'does not lead to publication where the rules cannot be proven, which a proof shows before',
    async () => {
      const id = freshId();
      const files = filesOf(id);
      const [path, rules] = lowestForTheMostUrgent(files);
      await importFiles({ ...files, [path]: rules });
      const proof = await stack.post<{
        passed: boolean;
        checks: { passed: boolean; counterExamples: unknown[] }[];
      }>(`${addressOf(id)}/prove`, {});
      expect(proof.body.passed).toBe(false);
      const failed = proof.body.checks.filter(({ passed }) => !passed);
      expect(failed.length).toBeGreaterThan(0);
      for (const { counterExamples } of failed) expect(counterExamples.length).toBeGreaterThan(0);
      await act('administrator', id, 'submit');
      const { body } = await act('reviewer', id, 'approve');
      expect(body.code).toBe('checksFailed');
      expect(pathsOf(body).some((each) => each.startsWith('proof'))).toBe(true);
    },
    WITH_PROOFS_MS,
  );

  it(
    'is led on by one of those who act at the same moment',
    async () => {
      const id = freshId();
      await importFiles(filesOf(id));
      await act('administrator', id, 'submit');
      const answers = await Promise.all([
        act('reviewer', id, 'approve'),
        act('reviewer', id, 'return', { reason: 'not yet' }),
        act('reviewer', id, 'approve'),
        put(id, filesOf(id, '1.0.0', 'Sneaked in'), 'administrator', '?revision=2'),
      ]);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { body } of answers.filter(({ status }) => status !== 200))
        expect(['versionChanged', 'wrongState']).toContain(body.code);
      const { body } = await stack.get<VersionDetail>(addressOf(id));
      expect(body.title.en).toBe('Ours');
      expect(body.history).toHaveLength(3);
    },
    WITH_PROOFS_MS,
  );
});

/** The priority rules, so that what is urgent and far-reaching is of the lowest priority. */
function lowestForTheMostUrgent(files: Files): [path: string, text: string] {
  const manifest = read(files, 'template.json') as { files: { rules: { priority: string } } };
  const path = manifest.files.rules.priority;
  const set = read(files, path) as { rules: { priority: number; name: string }[] };
  const first = {
    name: 'what is most urgent waits',
    priority: Math.max(...set.rules.map(({ priority }) => priority)) + 1,
    conditions: {
      all: [
        { fact: 'urgency', operator: 'equal', value: 'high' },
        { fact: 'impact', operator: 'equal', value: 'high' },
      ],
    },
    event: { type: 'priority', params: { priority: 'low' } },
  };
  return [path, JSON.stringify({ ...set, rules: [first, ...set.rules] })];
}

describe('a contract', () => {
  const draft = (template: string, members: object = {}) =>
    stack.post<ContractDetail & Refused>('/api/v1/contracts', newContract({}, { template, ...members }));

  it(
    'is drafted from the newest published version, or the one that is named, and keeps it',
    async () => {
      const id = freshId();
      await published(id, '1.9.0');
      await published(id, '1.10.0');
      await importFiles(filesOf(id, '2.0.0'));
      const newest = await draft(id);
      expect(newest).toMatchObject({ status: 201, body: { template: { id, version: '1.10.0' } } });
      expect((await draft(id, { templateVersion: '1.9.0' })).body.template.version).toBe('1.9.0');
      expect(await act('administrator', id, 'retire', { reason: 'replaced' }, '1.10.0')).toMatchObject({
        status: 200,
      });
      expect((await draft(id)).body.template.version).toBe('1.9.0');
      for (const templateVersion of ['1.10.0', '2.0.0', '7.0.0'])
        expect(pathsOf((await draft(id, { templateVersion })).body)).toEqual(['templateVersion']);
      const kept = await stack.get<ContractDetail>(`/api/v1/contracts/${newest.body.id}`);
      expect(kept.body.template).toEqual(newest.body.template);
      const sent = await stack.post<ContractDetail>(`/api/v1/contracts/${newest.body.id}/send`, {});
      expect(sent).toMatchObject({ status: 200, body: { status: 'signing' } });
    },
    WITH_PROOFS_MS,
  );

  it('is not drafted from a draft', async () => {
    const id = freshId();
    await importFiles(filesOf(id));
    expect(await draft(id)).toMatchObject({ status: 422, body: { errors: [{ path: 'template' }] } });
  });
});

describe('versions', () => {
  it(
    'are listed by state, and each template is shown as its newest published one',
    async () => {
      const id = freshId();
      await published(id, '1.0.0', 'Published');
      await importFiles(filesOf(id, '1.1.0', 'Draft'));
      const { body } = await stack.get<Listed>(LIST);
      expect(body.items.find((item) => item.id === id)).toMatchObject({
        version: '1.0.0',
        state: 'published',
        versions: [
          { version: '1.1.0', state: 'draft' },
          { version: '1.0.0', state: 'published' },
        ],
      });
      const drafts = await stack.get<Listed>(`${LIST}?state=draft`);
      expect(drafts.body.items.every(({ state }) => state === 'draft')).toBe(true);
      expect(drafts.body.items.find((item) => item.id === id)).toMatchObject({ version: '1.1.0' });
      expect((await stack.get(`${LIST}?state=done`)).status).toBe(422);
      expect((await stack.get(`${LIST}/${id}`)).body).toMatchObject({
        version: '1.0.0',
        title: { en: 'Published' },
      });
      expect((await stack.get(`${LIST}/${id}?version=1.1.0`)).body).toMatchObject({ title: { en: 'Draft' } });
      expect((await stack.get(`${LIST}/${id}/versions`)).body).toMatchObject({
        template: id,
        items: [{ version: '1.1.0' }, { version: '1.0.0', reviewer: 'test-reviewer' }],
      });
    },
    WITH_PROOFS_MS,
  );

  it('are compared as data and as a text to read, in the language that is asked for', async () => {
    const id = freshId();
    await importFiles(filesOf(id, '1.0.0'));
    const files = filesOf(id, '1.1.0');
    const parameters = read(files, 'parameters.json') as {
      parameters: { name: string; default?: unknown }[];
    };
    const changed = parameters.parameters.map((each) =>
      each.name === 'reportDueDay' ? { ...each, default: 7 } : each,
    );
    await importFiles({ ...files, 'parameters.json': JSON.stringify({ parameters: changed }) });
    const diff = (query: string) =>
      stack.get<{ changed: boolean; redline: { parameters: unknown }; text: string }>(
        `${LIST}/${id}/diff?from=1.0.0&to=1.1.0${query}`,
      );
    const english = await diff('&language=en');
    expect(english.body).toMatchObject({
      changed: true,
      redline: { parameters: [{ kind: 'changed', name: 'reportDueDay' }] },
    });
    expect(english.body.text).toContain('reportDueDay');
    const chinese = await diff('');
    expect(chinese.body.text).not.toBe(english.body.text);
    expect(chinese.body.redline).toEqual(english.body.redline);
    expect((await stack.get(`${LIST}/${id}/diff?from=1.0.0&to=9.0.0`)).status).toBe(404);
    expect((await stack.get(`${LIST}/${id}/diff?from=1.0.0`)).status).toBe(422);
  });

  it(
    'of a variant say what differs from their base',
    async () => {
      const [base, id] = [freshId(), freshId()];
      await published(base);
      const { body } = await stack.get<{ files: Files; hash: string }>(`${addressOf(base)}/package`);
      const { value, ...rest } = await loadParsedTemplate(SHIPPED);
      const named = { ...value, id: base, version: '1.0.0', hash: body.hash };
      const variant = emptyVariant({ files: body.files }, { ...rest, value: named }, id).files;
      const manifest = { ...read(variant, 'variant.json'), parameters: { reportDueDay: { fixed: 3 } } };
      const imported = await importFiles({ ...variant, 'variant.json': JSON.stringify(manifest) });
      expect(imported).toMatchObject({
        status: 201,
        body: {
          base: { id: base, version: '1.0.0' },
          differences: { parameters: [{ name: 'reportDueDay' }], rules: [] },
        },
      });
      const fromBase = (query: string) =>
        stack.get<{ text: string } & Refused>(`${LIST}/${id}/diff?to=0.1.0&language=en&${query}`);
      const redline = await fromBase(`fromTemplate=${base}&from=1.0.0`);
      expect(redline).toMatchObject({
        status: 200,
        body: {
          template: id,
          fromTemplate: base,
          changed: true,
          redline: { before: { id: base }, after: { id }, parameters: [{ name: 'reportDueDay' }] },
        },
      });
      expect(redline.body.text).toContain('reportDueDay');
      expect(await fromBase(`fromTemplate=nobody-has&from=1.0.0`)).toMatchObject({
        status: 404,
        body: { code: 'unknownTemplate' },
      });
      // Without it, `from` is a version of the variant itself.
      expect((await fromBase('from=1.0.0')).body.code).toBe('unknownTemplateVersion');
    },
    WITH_PROOFS_MS,
  );

  it('explain a decision that was never made, in both languages', async () => {
    const version = String(read(shipped.files, 'template.json')['version']);
    const explain = (body: object) =>
      stack.post<{ explanation: { outcome: unknown }; sentences: Record<string, string[]> } & Refused>(
        `${addressOf(SHIPPED, version)}/explain`,
        body,
        { role: 'reviewer' },
      );
    const facts = { urgency: 'high', impact: 'high', coreBusinessDown: true, severeSecurityRisk: false };
    const { status, body } = await explain({ set: 'priority', facts });
    expect([status, body.explanation.outcome]).toEqual([200, { priority: 'critical' }]);
    expect(body.sentences['en']?.[0]).toMatch(/critical/i);
    expect(body.sentences['zh-CN']?.[0]).toContain('紧急');
    expect((await explain({ set: 'priorty', facts })).body).toMatchObject({ errors: [{ path: 'set' }] });
    expect(pathsOf((await explain({ set: 'priority', facts: { urgency: 'hi' } })).body)).toContain(
      'facts.urgency',
    );
  });

  it('are rehearsed over a sample term, as they are and as they would be with files that are not saved', async () => {
    const rehearse = (body: object) =>
      stack.post<
        { document: { misses: { penalty: string }[] }; lines: { text: Record<string, string> }[] } & Refused
      >(`${addressOf(SHIPPED, String(read(shipped.files, 'template.json')['version']))}/rehearse`, body, {
        role: 'reviewer',
      });
    const penaltyOf = async (body: object) => (await rehearse(body)).body.document.misses[0]?.penalty;
    expect(await penaltyOf({})).toBe('1200.00');
    expect(await penaltyOf({ parameters: { penaltyPermille: '10' } })).toBe('2400.00');
    const { version } = read(shipped.files, 'template.json');
    const variant = {
      id: 'acme-typing',
      version: '1.0.0',
      title: { 'zh-CN': '试', en: 'Being typed' },
      description: { 'zh-CN': '试', en: 'Being typed' },
      extends: { template: SHIPPED, version },
      parameters: { penaltyPermille: { fixed: '2' } },
    };
    const files = { 'variant.json': JSON.stringify(variant) };
    expect(await penaltyOf({ files })).toBe('480.00');
    const half = await rehearse({ files: { 'variant.json': '{' } });
    expect([half.status, pathsOf(half.body)]).toEqual([422, ['variant.json']]);
    expect(pathsOf((await rehearse({ parameters: { termMonths: 0 } })).body)).toEqual([
      'parameters.termMonths',
    ]);
  });

  it(
    'are tested and proven as they would be with files that are not saved, of which nothing is kept',
    async () => {
      const id = freshId();
      const files = filesOf(id);
      await importFiles(files);
      const [path, rules] = lowestForTheMostUrgent(files);
      const expected = JSON.stringify({ ...starter.expected, status: 'closed' });
      const typed = { ...files, [path]: rules, 'acceptance/quiet.expected.json': expected };
      const key = `typing-${id}`;
      const check = (what: 'test' | 'prove', body: object, options: { key?: string } = {}) =>
        stack.post<{ passed: boolean; cases: { name: string; differences: string[] }[] } & Refused>(
          `${addressOf(id)}/${what}`,
          body,
          { role: 'reviewer', ...options },
        );
      const failing = await check('test', { files: typed }, { key });
      expect(failing).toMatchObject({ status: 200, body: { passed: false, cases: [{ name: 'quiet' }] } });
      expect(failing.body.cases[0]?.differences[0]).toMatch(/^status: expected "closed" got /);
      // The saved version is another question: under the same key it is answered, and only that answer is kept.
      const saved = await check('test', {}, { key });
      expect(saved).toMatchObject({ status: 200, body: { passed: true } });
      expect(await check('test', { files: typed }, { key })).toMatchObject({ body: { passed: false } });
      expect((await check('test', {}, { key })).body).toEqual(saved.body);
      expect((await check('prove', { files: typed })).body.passed).toBe(false);
      const half = await check('prove', { files: { 'template.json': '{' } });
      expect([half.status, pathsOf(half.body)]).toEqual([422, ['template.json']]);
      expect((await stack.get<VersionDetail>(addressOf(id))).body.revision).toBe(1);
    },
    WITH_PROOFS_MS,
  );

  it('that are not there are not found', async () => {
    for (const path of [addressOf(SHIPPED, '0.0.1'), `${addressOf(SHIPPED, '0.0.1')}/package`])
      expect(await stack.get(path)).toMatchObject({ status: 404, body: { code: 'unknownTemplateVersion' } });
    expect(await stack.get(addressOf('nothing'))).toMatchObject({
      status: 404,
      body: { code: 'unknownTemplate' },
    });
    expect(await stack.get(addressOf(SHIPPED, 'one'))).toMatchObject({
      status: 404,
      body: { code: 'notFound' },
    });
    expect((await act('administrator', 'nothing', 'submit')).body.code).toBe('unknownTemplateVersion');
  });
});
