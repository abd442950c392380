import { type EntityManager } from '@mikro-orm/postgresql';
import pg from 'pg';
import { historyOf } from '#persistence/queries/template-versions';
import { loadPackage, loadTemplate } from '#templates/load';
import { copiedTemplate, emptyVariant } from '#templates/new-template';
import { type TemplatePackage } from '#templates/package';
import { TemplateError } from '#templates/template-error';
import { type WriteCall } from '../../apps/api/src/access/call.js';
import { Problem } from '../../apps/api/src/http/problem.js';
import { Reply } from '../../apps/api/src/http/reply.js';
import {
  type AcceptanceReport,
  type ApprovalProof,
  type ApprovalTools,
  ApprovalChecks,
} from '../../apps/api/src/templates/approval.js';
import { TemplateShelf } from '../../apps/api/src/templates/shelf.js';
import { PlainWrites } from '../../apps/api/src/commands/plain-writes.js';
import { VersionReader } from '../../apps/api/src/templates/version-reader.js';
import { TemplateVersions, type VersionWish } from '../../apps/api/src/templates/versions.service.js';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';

const SHIPPED = 'it-support-2025';
const PROVEN: ApprovalProof = {
  passed: true,
  checks: [{ id: 'priorities', passed: true, counterExamples: [] }],
};
const LOWERED = {
  kind: 'lowered',
  inputs: { urgency: 'high' },
  found: 'low',
  expected: 'at least medium',
  sentence: { 'zh-CN': '紧急程度提高，优先级反而降低。', en: 'A higher urgency lowers the priority.' },
};
const ACCEPTED: AcceptanceReport = {
  passed: true,
  cases: [{ name: 'a-year', passed: true, faults: [], differences: [] }],
};

/** Tools whose outcome a test decides, and when. */
class DecidedTools implements ApprovalTools {
  proof = PROVEN;
  results = ACCEPTED.cases;
  /** What happens while they run. */
  meanwhile: () => Promise<void> = async () => undefined;

  async prove(): Promise<ApprovalProof> {
    await this.meanwhile();
    return this.proof;
  }

  async accept(): Promise<AcceptanceReport['cases']> {
    return this.results;
  }
}

/** A real PostgreSQL with a database of its own; the services of the API, each call in a transaction of its own. */
describe('reviewing versions of templates', () => {
  let database: MigratedDatabase;
  let shelf: TemplateShelf;
  let reader: VersionReader;
  let writes: PlainWrites;
  let tools: DecidedTools;
  let versions: TemplateVersions;
  let shipped: TemplatePackage;
  let made = 0;

  beforeAll(async () => {
    database = await migratedDatabase();
    shipped = await loadPackage(SHIPPED);
  });

  beforeEach(() => {
    shelf = new TemplateShelf(database.orm);
    reader = new VersionReader(shelf);
    writes = new PlainWrites(database.orm);
    tools = new DecidedTools();
    versions = new TemplateVersions(shelf, new ApprovalChecks(tools));
  });

  afterAll(() => database.drop());

  const inTransaction = <Value>(work: (em: EntityManager) => Promise<Value>): Promise<Value> =>
    database.orm.em.fork().transactional(work);

  const importAs = (actor: string, files: TemplatePackage['files']) =>
    inTransaction((em) => versions.import(em, actor, files));

  const edit = (actor: string, template: string, files: TemplatePackage['files'], revision?: number) =>
    inTransaction((em) => versions.edit(em, actor, { template, version: '0.1.0', revision }, files));

  function act(
    actor: string,
    template: string,
    action: VersionWish['action'],
    wish: Partial<VersionWish> = {},
  ) {
    const whole = { template, version: '0.1.0', action, actor, reason: null, ...wish };
    return inTransaction((em) => versions.transition(em, whole));
  }

  /** The files of a template like the shipped one, with a title of its own. */
  function filesOf(id: string, title = 'ours', version = '0.1.0'): TemplatePackage['files'] {
    const { files } = copiedTemplate(shipped, SHIPPED, id);
    const manifest = JSON.parse(files['template.json'] ?? '') as object;
    const changed = { ...manifest, version, title: { 'zh-CN': title, en: title } };
    return { ...files, 'template.json': JSON.stringify(changed) };
  }

  async function draft(): Promise<string> {
    const id = `ours-${++made}`;
    await importAs('ann', filesOf(id));
    return id;
  }

  async function inReview(): Promise<string> {
    const id = await draft();
    await act('ann', id, 'submit');
    return id;
  }

  async function published(): Promise<string> {
    const id = await inReview();
    await act('ben', id, 'approve');
    return id;
  }

  const detailOf = (id: string, version = '0.1.0') =>
    reader.detail(id, version, { name: 'cy', role: 'administrator', clients: null });

  async function refusal(work: Promise<unknown>): Promise<Problem> {
    const caught = await work.then(
      () => null,
      (error: unknown) => error,
    );
    if (caught instanceof Problem) return caught;
    throw new Error(`no Problem was thrown but ${String(caught)}`);
  }

  it('publishes what another person approved, and keeps what it was published on', async () => {
    const id = await published();
    expect(await detailOf(id)).toMatchObject({
      state: 'published',
      author: 'ann',
      submittedBy: 'ann',
      reviewer: 'ben',
      proof: PROVEN,
      acceptance: ACCEPTED,
      actions: ['retire'],
    });
    const steps = (await detailOf(id)).history.map(({ actor, action, to }) => `${actor} ${action} ${to}`);
    expect(steps).toEqual(['ann import draft', 'ann submit inReview', 'ben approve published']);
  });

  it('names what is published by the hash of its content', async () => {
    const id = await published();
    const { template } = await shelf.find(id);
    expect((await detailOf(id)).hash).toBe(template.hash);
    expect(template.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect((await reader.content(id, '0.1.0')).files).toEqual(filesOf(id));
  });

  it.each(['submitted it', 'edited it last'])('is not approved by who %s', async (how) => {
    const id = await draft();
    await edit('bea', id, filesOf(id, 'better'));
    await act('ann', id, 'submit');
    const { code } = await refusal(act(how === 'submitted it' ? 'ann' : 'bea', id, 'approve'));
    expect(code).toBe('needsAnotherPerson');
    expect((await detailOf(id)).state).toBe('inReview');
  });

  it('is not published where the proof or a case fails, and says by what', async () => {
    const id = await inReview();
    tools.proof = {
      passed: false,
      checks: [{ id: 'monotony', passed: false, counterExamples: [LOWERED] }],
    };
    const failed = { name: 'a-year', passed: false, faults: [], differences: ['cap: expected "1" got "2"'] };
    tools.results = [failed];
    const { code, errors } = await refusal(act('ben', id, 'approve'));
    expect(code).toBe('checksFailed');
    expect(errors).toEqual([
      {
        path: 'proof.monotony',
        problem: 'A higher urgency lowers the priority. {"urgency":"high"}',
        allowed: 'expected is at least medium',
      },
      {
        path: 'acceptance.a-year',
        problem: 'cap: expected "1" got "2"',
        allowed: 'it must come out as the case expects',
      },
    ]);
    expect(await detailOf(id)).toMatchObject({ state: 'inReview', proof: null, acceptance: null });
  });

  it('is not published without a case to accept it by', async () => {
    const id = await inReview();
    tools.results = [];
    expect((await refusal(act('ben', id, 'approve'))).errors).toMatchObject([
      { path: 'acceptance', problem: 'there is no case' },
    ]);
  });

  it('is returned with a reason, which stands in its history, and withdrawn by its author', async () => {
    const id = await inReview();
    expect((await refusal(act('ben', id, 'return'))).errors).toMatchObject([{ path: 'reason' }]);
    await act('ben', id, 'return', { reason: 'the cap is too low' });
    expect(await detailOf(id)).toMatchObject({ state: 'draft', submittedBy: null });
    expect((await detailOf(id)).history.at(-1)).toMatchObject({ actor: 'ben', reason: 'the cap is too low' });
    await act('ann', id, 'submit');
    expect((await refusal(act('ben', id, 'withdraw'))).code).toBe('notTheAuthor');
    expect(await act('ann', id, 'withdraw')).toBe('draft');
  });

  it('is not edited in review, nor once it is published', async () => {
    const id = await inReview();
    expect((await refusal(edit('ann', id, filesOf(id, 'other')))).code).toBe('wrongState');
    await act('ben', id, 'approve');
    expect((await refusal(edit('ann', id, filesOf(id, 'other')))).code).toBe('wrongState');
    expect((await reader.content(id, '0.1.0')).files).toEqual(filesOf(id));
  });

  it('keeps its id and version when its files are replaced', async () => {
    const id = await draft();
    const { errors } = await refusal(edit('ann', id, filesOf('another', 'ours', '0.2.0')));
    expect(errors.map(({ path }) => path)).toEqual(['files#id', 'files#version']);
  });

  it('says all that is wrong with a package, and takes nothing of it', async () => {
    const id = `ours-${++made}`;
    const files = { ...filesOf(id), 'stray.txt': 'x', 'parameters.json': '{' };
    const { code, errors } = await refusal(importAs('ann', files));
    expect(code).toBe('invalidRequest');
    expect(errors.map(({ path }) => path)).toContain('parameters.json');
    expect(await shelf.version(id, '0.1.0')).toBeNull();
  });

  it('takes a version once: not what is there, is published, or came with the product', async () => {
    const id = await published();
    expect((await refusal(importAs('cy', filesOf(id, 'other')))).code).toBe('duplicateTemplateVersion');
    const { version } = await loadTemplate(SHIPPED);
    expect((await refusal(importAs('cy', shipped.files))).code).toBe('shippedTemplate');
    const wish = { template: SHIPPED, version, action: 'retire', actor: 'cy', reason: null } as const;
    expect((await refusal(inTransaction((em) => versions.transition(em, wish)))).code).toBe(
      'shippedTemplate',
    );
  });

  describe('of two at once', () => {
    it('one approves', async () => {
      const id = await inReview();
      const outcomes = await Promise.allSettled(
        ['ben', 'cy', 'di'].map((actor) => act(actor, id, 'approve')),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const refusals = outcomes.flatMap((each) =>
        each.status === 'rejected' ? [each.reason as Problem] : [],
      );
      for (const { code } of refusals) expect(['versionChanged', 'wrongState']).toContain(code);
      const history = await historyOf(shelf.fork(), id, '0.1.0');
      expect(history.filter(({ action }) => action === 'approve')).toHaveLength(1);
    });

    it('nobody publishes what was changed while its checks ran', async () => {
      const id = await inReview();
      tools.meanwhile = async () => {
        tools.meanwhile = async () => undefined;
        await act('ann', id, 'withdraw');
        await edit('ann', id, filesOf(id, 'changed behind the back of the reviewer'));
        await act('ann', id, 'submit');
      };
      expect((await refusal(act('ben', id, 'approve'))).code).toBe('versionChanged');
      expect(await detailOf(id)).toMatchObject({ state: 'inReview', reviewer: null, revision: 5 });
    });

    it('nobody approves what they have not looked at', async () => {
      const id = await inReview();
      const { revision } = await detailOf(id);
      await act('ann', id, 'withdraw');
      await edit('ann', id, filesOf(id, 'something else'));
      await act('ann', id, 'submit');
      expect((await refusal(act('ben', id, 'approve', { revision }))).code).toBe('versionChanged');
      expect((await refusal(edit('ann', id, filesOf(id), revision))).code).toBe('versionChanged');
    });

    it('nobody edits what has just been submitted, nor submits what has just been edited unseen', async () => {
      const id = await draft();
      await Promise.allSettled([edit('bea', id, filesOf(id, 'late')), act('ann', id, 'submit')]);
      const history = (await historyOf(shelf.fork(), id, '0.1.0')).map(({ action }) => action);
      expect(['import edit', 'import submit', 'import edit submit']).toContain(history.join(' '));
      const { title, editedBy } = await detailOf(id);
      expect([title.en, editedBy]).toEqual(history.includes('edit') ? ['late', 'bea'] : ['ours', 'ann']);
    });
  });

  describe('an Idempotency-Key', () => {
    const call = (key: string | null, body = {}): WriteCall => ({
      caller: { name: 'ann', role: 'administrator', clients: null },
      key,
      ifVersion: null,
      method: 'POST',
      path: '/api/v1/templates',
      body,
    });

    const importBy = (key: string | null, files: TemplatePackage['files']) =>
      writes.write(call(key, files), async (em) => {
        const { template, version } = await versions.import(em, 'ann', files);
        return new Reply(201, { template, version }, `/${template}`);
      });

    it('gives the first answer again, also to a call at the same moment', async () => {
      const files = filesOf(`ours-${++made}`);
      const [one, other] = await Promise.all([importBy('key-1', files), importBy('key-1', files)]);
      expect(one).toEqual(other);
      expect(await importBy('key-1', files)).toEqual(one);
      expect(one).toMatchObject({ status: 201, body: { version: '0.1.0' } });
      expect((await refusal(importBy(null, files))).code).toBe('duplicateTemplateVersion');
      expect((await refusal(importBy('key-1', filesOf('another')))).code).toBe('idempotencyKeyReused');
    });

    it('is not used up by a refusal', async () => {
      const files = filesOf(`ours-${++made}`);
      const broken = { ...files, 'stray.txt': 'x' };
      expect((await refusal(importBy('key-2', broken))).code).toBe('invalidRequest');
      expect((await importBy('key-2', files)).status).toBe(201);
    });
  });

  describe('a contract is drafted', () => {
    const found = async (id: string, version?: string) => {
      const { template } = await shelf.find(id, version);
      return `${template.title.en} ${template.version}`;
    };

    async function faultsOf(id: string, version?: string) {
      const caught = await shelf.find(id, version).catch((error: unknown) => error);
      if (!(caught instanceof TemplateError)) throw new Error(`${id} was found, or ${String(caught)}`);
      return caught.faults;
    }

    async function publish(id: string, version: string): Promise<void> {
      await importAs('ann', filesOf(id, 'ours', version));
      await act('ann', id, 'submit', { version });
      await act('ben', id, 'approve', { version });
    }

    it('from the newest published version by its number, or from the one that is named', async () => {
      const id = `ours-${++made}`;
      for (const version of ['1.9.0', '1.10.0', '1.2.0']) await publish(id, version);
      await importAs('ann', filesOf(id, 'a draft', '2.0.0'));
      expect(await found(id)).toBe('ours 1.10.0');
      expect(await found(id, '1.9.0')).toBe('ours 1.9.0');
      expect(await faultsOf(id, '2.0.0')).toMatchObject([{ path: 'templateVersion' }]);
      expect((await shelf.find(id)).calendars).toHaveProperty('CN');
    });

    it('from stored and shipped versions together', async () => {
      const { version } = await loadTemplate(SHIPPED);
      await publish(SHIPPED, '99.0.0');
      expect(await found(SHIPPED)).toBe('ours 99.0.0');
      expect((await shelf.find(SHIPPED, version)).template.hash).toBe((await loadTemplate(SHIPPED)).hash);
      await act('cy', SHIPPED, 'retire', { version: '99.0.0', reason: 'a mistake' });
      expect((await shelf.find(SHIPPED)).template.version).toBe(version);
    });

    it('from no retired version, no draft, no template that is not there', async () => {
      const id = await published();
      await act('cy', id, 'retire', { reason: 'replaced' });
      expect(await faultsOf(id, '0.1.0')).toMatchObject([
        { path: 'templateVersion', problem: '0.1.0 is retired' },
      ]);
      expect(await faultsOf(id)).toMatchObject([{ path: 'template' }]);
      expect(await faultsOf(await draft())).toMatchObject([{ path: 'template' }]);
      expect(await faultsOf('it-suport-2025')).toMatchObject([
        { problem: expect.stringContaining('did you mean "it-support-2025"') as string },
      ]);
    });

    it('from nothing that was tampered with below the database', async () => {
      const id = await published();
      const superuser = new pg.Client(database.url);
      await superuser.connect();
      await superuser.query('alter table template_version disable trigger all');
      await superuser.query(
        `update template_version set template = replace(template::text, '"ours"', '"theirs"')::json where template_id = $1`,
        [id],
      );
      await superuser.query('alter table template_version enable trigger all');
      await superuser.end();
      await expect(shelf.find(id)).rejects.toThrow('is not what its hash says');
    });
  });

  describe('a variant', () => {
    async function variantOf(base: string, id: string): Promise<TemplatePackage['files']> {
      const { template, calendars, files } = await reader.content(base, '0.1.0');
      const variant = emptyVariant({ files }, { value: template, calendars, variant: null }, id).files;
      const manifest = JSON.parse(variant['variant.json'] ?? '') as object;
      const parameters = { reportDueDay: { fixed: 3 } };
      return { ...variant, 'variant.json': JSON.stringify({ ...manifest, parameters }) };
    }

    it('stands on a published version, and shows what differs, also when that is retired', async () => {
      const base = await published();
      const id = `variant-${++made}`;
      await importAs('ann', await variantOf(base, id));
      const detail = await detailOf(id);
      expect(detail.base).toEqual({ id: base, version: '0.1.0' });
      expect(detail.differences).toMatchObject({
        before: { id: base },
        after: { id },
        parameters: [{ kind: 'changed', name: 'reportDueDay' }],
        rules: [],
      });
      await act('ann', id, 'submit');
      await act('ben', id, 'approve');
      await act('cy', base, 'retire');
      expect((await shelf.find(id)).template.id).toBe(id);
      expect((await detailOf(id)).differences).toEqual(detail.differences);
    });

    it('does not stand on a draft, nor on what is retired', async () => {
      const base = await draft();
      const files = await variantOf(base, `variant-${++made}`);
      const isRefused = async () => (await refusal(importAs('ann', files))).errors.map(({ path }) => path);
      expect(await isRefused()).toEqual(['variant.json#extends.template']);
      await act('ann', base, 'submit');
      await act('ben', base, 'approve');
      await act('ben', base, 'retire');
      expect(await isRefused()).toEqual(['variant.json#extends.template']);
    });

    it('is not published when its base was retired meanwhile', async () => {
      const base = await published();
      const id = `variant-${++made}`;
      await importAs('ann', await variantOf(base, id));
      await act('ann', id, 'submit');
      await act('cy', base, 'retire');
      expect((await refusal(act('ben', id, 'approve'))).code).toBe('checksFailed');
    });
  });
});
