import { type EntityManager, type MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { type Instant } from '#domain/time/instant';
import { TemplateVersion, type TemplateVersionRow } from '#persistence/entities/template-version';
import {
  checksOf,
  contentOf,
  discardVersion,
  editVersion,
  findVersion,
  historyOf,
  importVersion,
  listVersions,
  lockVersion,
  moveVersion,
  type TemplateContent,
  type VersionChecks,
} from '#persistence/queries/template-versions';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';

const at = '2026-11-25T10:00:00Z' as Instant;
const checks: VersionChecks = {
  proof: { passed: true, checks: [{ id: 'priority', passed: true }] },
  acceptance: { passed: true, cases: [] },
};

function content(name: string): TemplateContent {
  return {
    title: { 'zh-CN': name, en: name },
    description: { 'zh-CN': name, en: name },
    base: null,
    files: { 'template.json': name, 'clauses/en.md': '# Text\n' },
    // In an order that `jsonb` would not keep.
    template: { zone: 'Asia/Shanghai', b: 1, a: name },
    calendars: {},
    hash: `sha256:${name}`,
    packageHash: `sha256:package-${name}`,
  };
}

/** A real PostgreSQL with a database of its own. */
describe('versions of templates in the database', () => {
  let database: MigratedDatabase;
  let orm: MikroORM;
  let superuser: pg.Client;
  let made = 0;

  beforeAll(async () => {
    database = await migratedDatabase();
    orm = database.orm;
    superuser = new pg.Client(database.url);
    await superuser.connect();
  });

  afterAll(async () => {
    await superuser.end();
    await database.drop();
  });

  const inTransaction = <Value>(work: (em: EntityManager) => Promise<Value>): Promise<Value> =>
    orm.em.fork().transactional(work);

  async function importAs(author: string, templateId: string, version = '1.0.0', name = 'first') {
    return inTransaction((em) =>
      importVersion(em, { templateId, version, content: content(name), author }, at),
    );
  }

  async function locked(em: EntityManager, templateId: string): Promise<TemplateVersionRow> {
    const row = await lockVersion(em, templateId, '1.0.0');
    if (!row) throw new Error(`there is no ${templateId}`);
    return row;
  }

  const deed = (action: string, actor: string, reason: string | null = null) => ({
    action,
    actor,
    at,
    reason,
  });

  /** A version in a state, by an author and a reviewer. Gives the id of its template. */
  async function versionIn(state: TemplateVersionRow['state']): Promise<string> {
    const templateId = `template-${++made}`;
    await importAs('author', templateId);
    const moves = [
      ['inReview', 'submit', 'author'],
      ['published', 'approve', 'reviewer'],
      ['retired', 'retire', 'author'],
    ] as const;
    const count = { draft: 0, inReview: 1, published: 2, retired: 3 }[state];
    for (const [next, action, actor] of moves.slice(0, count)) {
      await inTransaction(async (em) =>
        moveVersion(em, await locked(em, templateId), next, deed(action, actor), checks),
      );
    }
    return templateId;
  }

  it('keeps a draft as it was imported, in the order of its members', async () => {
    await importAs('author', 'kept');
    const em = orm.em.fork();
    expect(await findVersion(em, 'kept', '1.0.0')).toMatchObject({
      state: 'draft',
      author: 'author',
      editedBy: 'author',
      submittedBy: null,
      revision: 1,
      hash: 'sha256:first',
      title: { 'zh-CN': 'first', en: 'first' },
    });
    const { files, template } = await contentOf(em, 'kept', '1.0.0');
    expect(files).toEqual(content('first').files);
    expect(JSON.stringify(template)).toBe(JSON.stringify(content('first').template));
    expect(await checksOf(em, 'kept', '1.0.0')).toBeNull();
  });

  it('takes a name once, also when two import it at the same moment', async () => {
    const rows = await Promise.all([importAs('one', 'twice'), importAs('two', 'twice')]);
    expect(rows.filter((row) => row !== null)).toHaveLength(1);
    expect(await importAs('three', 'twice')).toBeNull();
    expect(await importAs('three', 'twice', '1.0.1')).not.toBeNull();
    expect(await historyOf(orm.em.fork(), 'twice', '1.0.0')).toHaveLength(1);
  });

  it('publishes what was approved, with the checks it was published on', async () => {
    const id = await versionIn('published');
    const em = orm.em.fork();
    expect(await findVersion(em, id, '1.0.0')).toMatchObject({
      state: 'published',
      submittedBy: 'author',
      reviewer: 'reviewer',
      publishedAt: at,
      revision: 3,
    });
    expect(await checksOf(em, id, '1.0.0')).toEqual(checks);
  });

  it('writes down who did what when and why, also of drafts that were discarded', async () => {
    await importAs('author', 'history');
    await inTransaction(async (em) =>
      editVersion(em, await locked(em, 'history'), content('second'), deed('edit', 'editor')),
    );
    await inTransaction(async (em) =>
      moveVersion(em, await locked(em, 'history'), 'inReview', deed('submit', 'author')),
    );
    await inTransaction(async (em) =>
      moveVersion(em, await locked(em, 'history'), 'draft', deed('return', 'reviewer', 'the cap is missing')),
    );
    await inTransaction(async (em) =>
      discardVersion(em, await locked(em, 'history'), deed('discard', 'author')),
    );
    expect(await findVersion(orm.em.fork(), 'history', '1.0.0')).toBeNull();
    await importAs('another', 'history', '1.0.0', 'third');
    const lines = (await historyOf(orm.em.fork(), 'history', '1.0.0')).map((event) =>
      [
        event.sequence,
        event.action,
        event.actor,
        event.fromState,
        event.toState,
        event.reason,
        event.hash,
      ].join(' '),
    );
    expect(lines).toEqual([
      '1 import author  draft  sha256:first',
      '2 edit editor draft draft  sha256:second',
      '3 submit author draft inReview  sha256:second',
      '4 return reviewer inReview draft the cap is missing sha256:second',
      '5 discard author draft discarded  sha256:second',
      '6 import another  draft  sha256:third',
    ]);
  });

  it('lists the versions of one template, of one state, of all', async () => {
    const ids = [await versionIn('draft'), await versionIn('published')];
    const named = async (filter?: Parameters<typeof listVersions>[1]) =>
      (await listVersions(orm.em.fork(), filter)).map(({ templateId }) => templateId);
    expect(await named()).toEqual(expect.arrayContaining(ids));
    expect(await named({ templateId: ids[0] ?? '' })).toEqual([ids[0]]);
    expect(await named({ state: 'published' })).toContain(ids[1]);
    expect(await named({ state: 'published' })).not.toContain(ids[0]);
  });

  it('is done to by one at a time: who comes second finds what the first has made of it', async () => {
    const id = await versionIn('inReview');
    const seen: string[] = [];
    const approve = (reviewer: string): Promise<void> =>
      inTransaction(async (em) => {
        const row = await locked(em, id);
        seen.push(row.state);
        if (row.state === 'inReview')
          await moveVersion(em, row, 'published', deed('approve', reviewer), checks);
      });
    await Promise.all([approve('one'), approve('two'), approve('three')]);
    expect(seen).toEqual(['inReview', 'published', 'published']);
    expect((await historyOf(orm.em.fork(), id, '1.0.0')).map(({ action }) => action)).toEqual([
      'import',
      'submit',
      'approve',
    ]);
  });

  describe('the database itself refuses, whoever asks', () => {
    const CONTENT = 'the content of a template version changes while it is a draft only';
    const next = 'revision = revision + 1';

    it.each([
      ['published', `files = '{}', ${next}`, 'never goes from published to published'],
      ['published', `state = 'retired', retired_at = now(), files = '{}', ${next}`, CONTENT],
      ['published', `state = 'retired', retired_at = now(), template = '{}', ${next}`, CONTENT],
      ['published', `state = 'retired', retired_at = now(), calendars = '{"a": 1}', ${next}`, CONTENT],
      ['published', `state = 'retired', retired_at = now(), hash = 'sha256:other', ${next}`, CONTENT],
      ['published', `state = 'retired', retired_at = now(), author = 'other', ${next}`, CONTENT],
      [
        'published',
        `state = 'retired', retired_at = now(), reviewer = 'other', ${next}`,
        'how a template version was published never changes',
      ],
      [
        'published',
        `state = 'retired', retired_at = now(), proof = '{"passed": true}', ${next}`,
        'how a template version was published never changes',
      ],
      ['published', `state = 'draft', ${next}`, 'never goes from published to draft'],
      ['retired', `state = 'published', retired_at = null, ${next}`, 'never goes from retired to published'],
      ['inReview', `state = 'draft', submitted_by = null, files = '{}', ${next}`, CONTENT],
      ['draft', `state = 'published', ${next}`, 'never goes from draft to published'],
      ['draft', `author = 'other', ${next}`, 'keeps its name and its author'],
      ['draft', `version = '9.9.9', ${next}`, 'keeps its name and its author'],
      ['draft', `files = '{}'`, 'goes from revision 1 to the next, not to 1'],
      ['draft', `state = 'inReview', ${next}`, 'template_version_submitted'],
    ] as const)('%s: %s', async (state, change, message) => {
      const id = await versionIn(state);
      const before = await contentOf(orm.em.fork(), id, '1.0.0');
      await expect(
        superuser.query(`update template_version set ${change} where template_id = $1`, [id]),
      ).rejects.toThrow(message);
      expect(await contentOf(orm.em.fork(), id, '1.0.0')).toEqual(before);
    });

    const approval = `state = 'published', published_at = now(), revision = revision + 1`;

    it.each([
      [
        'its submitter as reviewer',
        `reviewer = 'author', proof = '{}', acceptance = '{}'`,
        'template_version_two_people',
      ],
      [
        'a failed proof',
        `reviewer = 'r', proof = '{"passed": false}', acceptance = '{}'`,
        'template_version_proven',
      ],
      [
        'a failed acceptance',
        `reviewer = 'r', proof = '{}', acceptance = '{"passed": false}'`,
        'template_version_proven',
      ],
      ['no proof', `reviewer = 'r', acceptance = '{}'`, 'template_version_published'],
      ['no acceptance', `reviewer = 'r', proof = '{}'`, 'template_version_published'],
      ['no reviewer', `proof = '{}', acceptance = '{}'`, 'template_version_published'],
    ])('to publish with %s', async (_, members, constraint) => {
      const id = await versionIn('inReview');
      await expect(
        superuser.query(`update template_version set ${approval}, ${members} where template_id = $1`, [id]),
      ).rejects.toThrow(constraint);
    });

    it.each(['inReview', 'published', 'retired'] as const)('to delete one that is %s', async (state) => {
      const id = await versionIn(state);
      await expect(
        superuser.query('delete from template_version where template_id = $1', [id]),
      ).rejects.toThrow(`a template version that is ${state} is never deleted`);
    });

    it('one that does not begin as a draft', async () => {
      const copy = `insert into template_version select 'copy', version, 'inReview', title, description, base, files, template,
        calendars, hash, package_hash, author, edited_by, submitted_by, reviewer, revision, created_at, edited_at, published_at, retired_at,
        proof, acceptance from template_version where template_id = $1`;
      await expect(superuser.query(copy, [await versionIn('inReview')])).rejects.toThrow(
        'begins as a draft, not inReview',
      );
      expect(await orm.em.fork().count(TemplateVersion, { templateId: 'copy' })).toBe(0);
    });

    it.each([
      ['update', `update template_event set actor = 'somebody else'`, 'UPDATE of template_event is refused'],
      ['delete', 'delete from template_event', 'DELETE of template_event is refused'],
      ['truncate', 'truncate template_event', 'TRUNCATE of template_event is refused'],
      ['truncate of versions', 'truncate template_version', 'TRUNCATE of template_version is refused'],
    ])('%s of the history', async (_, statement, message) => {
      const id = await versionIn('published');
      const before = await historyOf(orm.em.fork(), id, '1.0.0');
      await expect(superuser.query(statement)).rejects.toThrow(
        `the history of templates is append-only: ${message}`,
      );
      expect(await historyOf(orm.em.fork(), id, '1.0.0')).toEqual(before);
    });
  });
});
