import { instant } from './oracle/days.mjs';

/** What stands in PostgreSQL at the end, read past the product. */
export async function readLedgers(world) {
  return world.sql(async (client) => {
    const entries = await client.query(
      `select contract_id as "contractId", sequence, owner, owner_version as "ownerVersion", kind, at,
              recorded_at as "recordedAt", actor, clause, request, payload, event,
              previous_hash as "previousHash", hash
         from ledger_entry order by contract_id, sequence`,
    );
    const heads = await client.query('select contract_id as "contractId", sequence, hash from ledger_head');
    const contracts = await client.query('select id, status, clock from contract');
    const waiting = await client.query(
      `select id, contract_id as "contractId", body->>'type' as type, status from command where answer is null`,
    );
    const lines = entries.rows.map((row) => ({ ...row, at: text(row.at), recordedAt: text(row.recordedAt) }));
    return {
      lines: Map.groupBy(lines, ({ contractId }) => contractId),
      heads: new Map(heads.rows.map((row) => [row.contractId, row])),
      contracts: new Map(contracts.rows.map((row) => [row.id, row])),
      waiting: waiting.rows,
    };
  });
}

/** The ends of all chains as they stand now: what is seen here must be there for ever. */
export async function readHeads(world) {
  const { rows } = await world.sql((client) =>
    client.query('select contract_id as "contractId", sequence, hash from ledger_head'),
  );
  return rows;
}

function text(date) {
  return instant(date.getTime() / 1000);
}
