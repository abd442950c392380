import { checkpointFindings, proofFindings } from '#verifier/checkpoints';
import { type Finding } from '#verifier/finding';
import { type JsonObject } from '#verifier/json';
import { isSigned } from '#verifier/signature';
import { type components } from '#client/openapi';

type Checkpoint = components['schemas']['Checkpoint'];

/** What is signed is the statement alone: the API adds its hash and the name of the key. */
function statementOf({ hash: _hash, keyFingerprint: _key, ...statement }: Checkpoint): JsonObject {
  return statement;
}

export async function checkProof(proof: components['schemas']['LedgerProof']) {
  const { contract, sequence, hash, index, path, checkpoint } = proof;
  const statement = statementOf(checkpoint);
  const line = { checkpoint: checkpoint.sequence, sequence, hash, index, path };
  const ledger = new Map([[sequence, { hash }]]);
  const findings = await proofFindings([line], [statement], ledger, contract);
  return { isSigned: await isSigned(statement), leads: findings.length === 0 };
}

/** All checkpoints from the first on. */
export function checkChain(checkpoints: readonly Checkpoint[]): Promise<Finding[]> {
  return checkpointFindings(checkpoints.map(statementOf));
}
