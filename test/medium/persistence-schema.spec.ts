import pg from 'pg';
import { migrate } from '#persistence/migrate';
import { migratedDatabase, type MigratedDatabase } from '../support/migrated-database.js';
import { freshDatabase } from '../support/servers/database.js';

const MIGRATIONS = [
  { name: '20261124-foundation' },
  { name: '20261125-template-versions' },
  { name: '20261125b-shadows' },
  { name: '20261126-paper' },
  { name: '20261126b-bank' },
  { name: '20261126c-signing' },
  { name: '20261126d-amendments' },
  { name: '20261126e-contract-guard' },
  { name: '20261127-access' },
  { name: '20261127-receipts' },
  { name: '20261127-checkpoints' },
  { name: '20261127-histories' },
  { name: '20261127b-accounts' },
  { name: '20261127c-webhooks' },
  { name: '20261127d-intake' },
  { name: '20261127e-operations' },
  { name: '20261127f-versions' },
  { name: '20261128-changes' },
];

/** A real PostgreSQL with a database of its own. */
describe('the migration', () => {
  let database: MigratedDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await migratedDatabase();
    client = new pg.Client(database.url);
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  async function schema(): Promise<unknown[]> {
    const { rows } = await client.query(`
      select 'column' as what, table_name || '.' || column_name as name,
             concat_ws(' ', data_type, datetime_precision, is_nullable, column_default) as how
        from information_schema.columns where table_schema = 'public'
      union all
      select 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
      union all
      select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
      union all
      select 'trigger', tgname, pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
      order by 1, 2`);
    return rows;
  }

  // What the entities need not name: rules and indexes that only the database knows. Everything else is the same on
  // both sides: the difference has no table, column, type or primary key in it.
  it('makes exactly the tables that the entities describe, and beside them only rules and indexes', async () => {
    const difference = await database.orm.schema.getUpdateSchemaSQL({ wrap: false });
    const statements = difference
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    expect(statements.sort()).toEqual(
      [
        'alter table "operation" drop constraint "operation_cancelled";',
        'alter table "operation" drop constraint "operation_cancelled_because_check";',
        'alter table "operation" drop constraint "operation_counts";',
        'alter table "operation" drop constraint "operation_ended";',
        'alter table "operation" drop constraint "operation_failed_check";',
        'alter table "operation" drop constraint "operation_goal_check";',
        'alter table "operation" drop constraint "operation_kind_check";',
        'alter table "operation" drop constraint "operation_running_check";',
        'alter table "operation" drop constraint "operation_skipped_check";',
        'alter table "operation" drop constraint "operation_status_check";',
        'alter table "operation" drop constraint "operation_succeeded_check";',
        'alter table "operation" drop constraint "operation_total_check";',
        'alter table "operation" drop constraint "operation_waiting_check";',
        'alter table "operation_line" drop constraint "operation_line_contract";',
        'alter table "operation_line" drop constraint "operation_line_document";',
        'alter table "operation_line" drop constraint "operation_line_number_check";',
        'alter table "operation_line" drop constraint "operation_line_operation_id_fkey";',
        'alter table "operation_line" drop constraint "operation_line_problem";',
        'alter table "operation_line" drop constraint "operation_line_status_check";',
        'drop index "operation_line_due";',
        'drop index "operation_list";',
        'alter table "access_key" drop constraint "access_key_clients";',
        'alter table "access_key" drop constraint "access_key_name_key";',
        'alter table "access_key" drop constraint "access_key_revoked";',
        'alter table "access_secret" drop constraint "access_secret_hash_check";',
        'alter table "access_secret" drop constraint "access_secret_key_id_fkey";',
        'alter table "event" drop constraint "event_contract_id_sequence_fkey";',
        'alter table "webhook_attempt" drop constraint "webhook_attempt_delivery_id_fkey";',
        'alter table "webhook_delivery" drop constraint "webhook_delivery_check";',
        'alter table "webhook_delivery" drop constraint "webhook_delivery_contract_id_sequence_fkey";',
        'alter table "webhook_delivery" drop constraint "webhook_delivery_endpoint_id_event_id_key";',
        'alter table "webhook_delivery" drop constraint "webhook_delivery_endpoint_id_fkey";',
        'alter table "webhook_delivery" drop constraint "webhook_delivery_status_check";',
        'alter table "webhook_endpoint" drop constraint "webhook_endpoint_clients_check";',
        'alter table "webhook_endpoint" drop constraint "webhook_endpoint_status_check";',
        'alter table "webhook_endpoint" drop constraint "webhook_endpoint_types_check";',
        'alter table "webhook_secret" drop constraint "webhook_secret_endpoint_id_fkey";',
        'drop index "event_in_order";',
        'drop index "event_unpublished";',
        'drop index "webhook_delivery_list";',
        'drop index "webhook_delivery_waiting";',
        'drop index "webhook_secret_endpoint";',
        'alter table "checkpoint_note" drop constraint "checkpoint_note_hash_check";',
        'alter table "checkpoint_note" drop constraint "checkpoint_note_sequence_check";',
        'drop function if exists "checkpoint_note_checkpoint_note_rows_stay_fn"();',
        'drop trigger if exists "checkpoint_note_rows_stay" on "checkpoint_note";',
        'alter table "workflow_history" drop constraint "workflow_history_contract_id_fkey";',
        'alter table "workflow_history" drop constraint "workflow_history_events_check";',
        'alter table "workflow_history" drop constraint "workflow_history_hash";',
        'alter table "workflow_history" drop constraint "workflow_history_size";',
        'alter table "workflow_history" drop constraint "workflow_history_status_check";',
        'drop function if exists "workflow_history_workflow_history_rows_stay_fn"();',
        'drop index "workflow_history_contract";',
        'drop trigger if exists "workflow_history_rows_stay" on "workflow_history";',
        'drop function if exists "access_log_access_log_rows_stay_fn"();',
        'alter table "account" drop constraint "account_clients";',
        'alter table "account" drop constraint "account_disabled";',
        'alter table "account" drop constraint "account_login_check";',
        'alter table "account" drop constraint "account_login_key";',
        'alter table "account" drop constraint "account_password_hash_check";',
        'alter table "session" drop constraint "session_account_id_fkey";',
        'alter table "session" drop constraint "session_token_hash_check";',
        'alter table "session" drop constraint "session_token_hash_key";',
        'alter table "sign_in_throttle" drop constraint "sign_in_throttle_failures_check";',
        'alter table "sign_in_throttle" drop constraint "sign_in_throttle_subject_check";',
        'drop index "session_account";',
        'drop index "access_secret_key";',
        'drop trigger if exists "access_log_rows_stay" on "access_log";',
        'alter table "bank_booking" drop constraint "bank_booking_amount_check";',
        'alter table "bank_booking" drop constraint "bank_booking_attempt_check";',
        'alter table "bank_booking" drop constraint "bank_booking_command";',
        'alter table "bank_booking" drop constraint "bank_booking_command_id_fkey";',
        'alter table "bank_booking" drop constraint "bank_booking_contract_id_fkey";',
        'alter table "bank_booking" drop constraint "bank_booking_line_id_fkey";',
        'alter table "bank_line" drop constraint "bank_line_amount_check";',
        'alter table "bank_line" drop constraint "bank_line_booked_on_check";',
        'alter table "bank_line" drop constraint "bank_line_equals";',
        'alter table "bank_line" drop constraint "bank_line_foreign_reason_check";',
        'alter table "bank_line" drop constraint "bank_line_ignored";',
        'alter table "bank_line" drop constraint "bank_line_ordinal_check";',
        'alter table "bank_line" drop constraint "bank_line_ours";',
        'alter table "bank_line" drop constraint "bank_line_reference";',
        'alter table "bank_line" drop constraint "bank_line_statement_id_fkey";',
        'alter table "bank_statement" drop constraint "bank_statement_format_check";',
        'alter table "paper_number" drop constraint "paper_number_kind_check";',
        'alter table "paper_number" drop constraint "paper_number_number_check";',
        'alter table "paper_number" drop constraint "paper_number_paper";',
        'alter table "paper_number" drop constraint "paper_number_series_fkey";',
        'drop function if exists "bank_booking_bank_booking_rows_stay_fn"();',
        'drop function if exists "bank_line_bank_line_rows_stay_fn"();',
        'drop function if exists "bank_statement_bank_statement_rows_stay_fn"();',
        'drop function if exists "paper_number_paper_number_rows_stay_fn"();',
        'drop index "bank_line_day";',
        'drop trigger if exists "bank_booking_rows_stay" on "bank_booking";',
        'drop trigger if exists "bank_line_rows_stay" on "bank_line";',
        'drop trigger if exists "bank_statement_rows_stay" on "bank_statement";',
        'drop trigger if exists "paper_number_rows_stay" on "paper_number";',
        'alter table "amendment_draft" drop constraint "amendment_draft_contract_id_fkey";',
        'alter table "amendment_draft" drop constraint "amendment_draft_effective_date_check";',
        'alter table "amendment_draft" drop constraint "amendment_draft_number_check";',
        'alter table "attachment" drop constraint "attachment_contract_id_fkey";',
        'alter table "attachment" drop constraint "attachment_sha256_fkey";',
        'alter table "attachment" drop constraint "attachment_source_check";',
        'alter table "file_content" drop constraint "file_content_hash";',
        'alter table "file_content" drop constraint "file_content_size";',
        'alter table "intake_message" drop constraint "intake_message_contract_id_fkey";',
        'alter table "intake_message" drop constraint "intake_message_sha256_fkey";',
        'drop function if exists "file_content_file_content_rows_stay_fn"();',
        'drop trigger if exists "file_content_rows_stay" on "file_content";',
        'drop index "contract_renews";',
        'drop index "contract_to_renew";',
        'drop index "decision_receipt_request";',
        'alter table "backtest" drop constraint "backtest_error";',
        'alter table "backtest" drop constraint "backtest_finished";',
        'alter table "backtest" drop constraint "backtest_result";',
        'alter table "backtest" drop constraint "backtest_state_check";',
        'alter table "document" drop constraint "document_contract_id_ledger_sequence_fkey";',
        'alter table "document" drop constraint "document_hash";',
        'alter table "document" drop constraint "document_language_check";',
        'alter table "document" drop constraint "document_size";',
        'alter table "mail" drop constraint "mail_contract_id_fkey";',
        'alter table "mail" drop constraint "mail_failed";',
        'alter table "mail" drop constraint "mail_key_key";',
        'alter table "mail" drop constraint "mail_language_check";',
        'alter table "mail" drop constraint "mail_message_id_key";',
        'alter table "mail" drop constraint "mail_sent";',
        'alter table "mail" drop constraint "mail_status_check";',
        'alter table "paper_job" drop constraint "paper_job_contract_id_ledger_sequence_fkey";',
        'alter table "paper_job" drop constraint "paper_job_failed";',
        'alter table "paper_job" drop constraint "paper_job_status_check";',
        'drop function if exists "document_document_rows_stay_fn"();',
        'drop function if exists "mail_mail_rows_stay_fn"();',
        'drop index "document_sha256";',
        'drop index "mail_contract";',
        'drop index "mail_due";',
        'drop index "paper_job_due";',
        'drop trigger if exists "document_rows_stay" on "document";',
        'drop trigger if exists "mail_rows_stay" on "mail";',
        'alter table "shadow" drop constraint "shadow_contract_id_fkey";',
        'alter table "shadow" drop constraint "shadow_stopped";',
        'alter table "shadow" drop constraint "shadow_template";',
        'alter table "shadow_report" drop constraint "shadow_report_shadow_id_fkey";',
        'drop function if exists "shadow_report_shadow_report_rows_stay_fn"();',
        'drop function if exists "shadow_shadow_rows_stay_fn"();',
        'drop index "backtest_unfinished";',
        'drop index "shadow_contract";',
        'drop trigger if exists "shadow_report_rows_stay" on "shadow_report";',
        'drop trigger if exists "shadow_rows_stay" on "shadow";',
        'alter table "command" drop constraint "command_status_check";',
        'alter table "contract" drop constraint "contract_clock_check";',
        'alter table "decision_receipt" drop constraint "decision_receipt_contract_id_sequence_fkey";',
        'alter table "decision_receipt" drop constraint "decision_receipt_hash_check";',
        'alter table "decision_receipt" drop constraint "decision_receipt_id";',
        'alter table "incident" drop constraint "incident_contract_id_fkey";',
        'alter table "incident" drop constraint "incident_contract_id_ordinal_key";',
        'alter table "ledger_entry" drop constraint "ledger_entry_contract_id_fkey";',
        'alter table "ledger_head" drop constraint "ledger_head_contract_id_fkey";',
        'alter table "signing_link" drop constraint "signing_link_contract_id_fkey";',
        'alter table "signing_link" drop constraint "signing_link_token_hash_check";',
        'alter table "signing_link" drop constraint "signing_link_used";',
        'alter table "signing_link" drop constraint "signing_link_views_check";',
        'drop index "signing_link_live";',
        'alter table "template_version" drop constraint "template_version_proven";',
        'alter table "template_version" drop constraint "template_version_published";',
        'alter table "template_version" drop constraint "template_version_retired";',
        'alter table "template_version" drop constraint "template_version_state_check";',
        'alter table "template_version" drop constraint "template_version_submitted";',
        'alter table "template_version" drop constraint "template_version_two_people";',
        'drop function if exists "contract_contract_row_goes_forward_fn"();',
        'drop function if exists "decision_receipt_decision_receipt_rows_stay_fn"();',
        'drop trigger if exists "contract_row_goes_forward" on "contract";',
        'drop trigger if exists "decision_receipt_rows_stay" on "decision_receipt";',
        'drop function if exists "ledger_entry_ledger_entry_rows_stay_fn"();',
        'drop function if exists "template_event_template_event_rows_stay_fn"();',
        'drop function if exists "template_version_template_version_rows_stay_fn"();',
        'drop index "command_pending";',
        'drop index "contract_client";',
        'drop index "contract_next_at";',
        'drop index "incident_next_at";',
        'drop index "ledger_entry_recorded";',
        'drop index "template_version_state";',
        'drop trigger if exists "ledger_entry_rows_stay" on "ledger_entry";',
        'drop trigger if exists "template_event_rows_stay" on "template_event";',
        'drop trigger if exists "template_version_rows_stay" on "template_version";',
      ].sort(),
    );
  });

  it('changes nothing when it is run again, also by two at once', async () => {
    const before = await schema();
    expect(before.length).toBeGreaterThan(60);
    await migrate(database.url);
    await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(await schema()).toEqual(before);
    const { rows } = await client.query('select name from pacta_migration order by id');
    expect(rows).toEqual(MIGRATIONS);
  });

  it('is run once when several processes find the database empty', async () => {
    const empty = await freshDatabase();
    await Promise.all([migrate(empty.url), migrate(empty.url), migrate(empty.url)]);
    const other = new pg.Client(empty.url);
    await other.connect();
    const { rows } = await other.query('select name from pacta_migration order by id');
    expect(rows).toEqual(MIGRATIONS);
    await other.end();
    await empty.drop();
  });

  it('refuses a clock and a status that the program does not know', async () => {
    await expect(
      client.query(`insert into command values ('x', 'c', 'contract', 'a', '{}', 'done', null, now(), null)`),
    ).rejects.toThrow('command_status_check');
    await expect(
      client.query(
        `insert into contract values ('x', 'c', 't', '1', 'h', 'fast', '{}', '{}', '{}', 'h', '{}', 'draft', 1, null, null, now())`,
      ),
    ).rejects.toThrow('contract_clock_check');
  });
});
