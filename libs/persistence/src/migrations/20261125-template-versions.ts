import { Migration } from '@mikro-orm/migrations';

/** Versions of templates, of which nothing may change once they are published, and their append-only history. */
export class Migration20261125TemplateVersions extends Migration {
  override up(): void {
    this.addSql(`
      create table template_version (
        template_id text not null,
        version text not null,
        state text not null check (state in ('draft', 'inReview', 'published', 'retired')),
        title jsonb not null,
        description jsonb not null,
        base jsonb,
        files jsonb not null,
        template json not null,
        calendars json not null,
        hash text not null,
        package_hash text not null,
        author text not null,
        edited_by text not null,
        submitted_by text,
        reviewer text,
        revision int not null,
        created_at timestamptz(0) not null,
        edited_at timestamptz(0) not null,
        published_at timestamptz(0),
        retired_at timestamptz(0),
        proof jsonb,
        acceptance jsonb,
        primary key (template_id, version),
        constraint template_version_submitted check ((submitted_by is null) = (state = 'draft')),
        constraint template_version_two_people check (reviewer not in (edited_by, submitted_by)),
        constraint template_version_published check (
          (state in ('published', 'retired'))
            = (reviewer is not null and published_at is not null and proof is not null and acceptance is not null)
        ),
        constraint template_version_proven check (
          coalesce(proof ->> 'passed', 'true') = 'true' and coalesce(acceptance ->> 'passed', 'true') = 'true'
        ),
        constraint template_version_retired check ((state = 'retired') = (retired_at is not null))
      )`);
    this.addSql(`create index template_version_state on template_version (state)`);
    this.addSql(`
      create table template_event (
        template_id text not null,
        version text not null,
        sequence int not null,
        action text not null,
        from_state text,
        to_state text not null,
        actor text not null,
        at timestamptz(0) not null,
        reason text,
        hash text not null,
        package_hash text not null,
        primary key (template_id, version, sequence)
      )`);
    this.guardVersions();
    this.keepHistory();
  }

  /** What is compared is text: `json` has no equality of its own. */
  private guardVersions(): void {
    const content = (row: string): string =>
      [
        'template_id, version, title, description, base, files, template::text, calendars::text, hash, package_hash',
        'author, edited_by, created_at, edited_at',
      ]
        .join(', ')
        .split(', ')
        .map((column) => `${row}.${column}`)
        .join(', ');
    const review = (row: string): string =>
      ['submitted_by', 'reviewer', 'published_at', 'proof', 'acceptance']
        .map((column) => `${row}.${column}`)
        .join(', ');
    this.addSql(`
      create function template_version_guard() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then
          if new.state = 'draft' then return new; end if;
          raise exception 'a template version begins as a draft, not %', new.state using errcode = 'restrict_violation';
        end if;
        if tg_op = 'DELETE' then
          if old.state = 'draft' then return old; end if;
          raise exception 'a template version that is % is never deleted', old.state
            using errcode = 'restrict_violation';
        end if;
        if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'inReview'), ('inReview', 'draft'),
                                          ('inReview', 'published'), ('published', 'retired')) then
          raise exception 'a template version never goes from % to %', old.state, new.state
            using errcode = 'restrict_violation';
        end if;
        if row(${content('old')}) is distinct from row(${content('new')})
           and (old.state, new.state) <> ('draft', 'draft') then
          raise exception 'the content of a template version changes while it is a draft only'
            using errcode = 'restrict_violation';
        end if;
        if row(old.template_id, old.version, old.author, old.created_at)
           is distinct from row(new.template_id, new.version, new.author, new.created_at) then
          raise exception 'a template version keeps its name and its author' using errcode = 'restrict_violation';
        end if;
        if old.state = 'published' and row(${review('old')}) is distinct from row(${review('new')}) then
          raise exception 'how a template version was published never changes' using errcode = 'restrict_violation';
        end if;
        if new.revision <> old.revision + 1 then
          raise exception 'a template version goes from revision % to the next, not to %', old.revision, new.revision
            using errcode = 'restrict_violation';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger template_version_rows_stay before insert or update or delete on template_version
        for each row execute function template_version_guard()`);
  }

  private keepHistory(): void {
    this.addSql(`
      create function template_history_is_append_only() returns trigger language plpgsql as $$
      begin
        raise exception 'the history of templates is append-only: % of % is refused', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$`);
    this.addSql(`
      create trigger template_event_rows_stay before update or delete on template_event
        for each row execute function template_history_is_append_only()`);
    for (const table of ['template_event', 'template_version']) {
      this.addSql(`
        create trigger ${table}_table_stays before truncate on ${table}
          for each statement execute function template_history_is_append_only()`);
    }
  }
}
