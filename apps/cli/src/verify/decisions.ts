import { type MikroORM } from '@mikro-orm/postgresql';
import {
  type DecisionOutcome,
  type VerifiedDecision,
  type VerifiedDecisions,
  verifyDecisions,
} from '#execution/verify-decisions';
import { findContract } from '#persistence/queries/contracts';
import { differenceText } from '#receipts/differences';
import { refuse } from '../faults.js';
import { withDatabase } from '../with-database.js';

/** What each outcome says to whoever reads it. */
const SAYINGS: Readonly<Record<DecisionOutcome, string>> = {
  same: 'the same to the letter',
  unreceipted: 'older than receipts: there is nothing to compare with',
  missing: 'nothing was kept of it',
  unknown: 'the ledger knows no such decision',
  changed: 'what was kept no longer fits its hash',
  differs: 'decided otherwise now',
};

const FINE: ReadonlySet<DecisionOutcome> = new Set(['same', 'unreceipted']);

/** Makes one decision again, `C-DEMO-1/12-penalty`. */
export async function verifyDecision(name: string): Promise<void> {
  const [contract = '', id = ''] = name.split('/');
  await withDatabase(async (orm) => {
    const verified = await verifiedOf(orm, contract);
    const found = verified?.decisions.find((decision) => decision.id === id);
    if (!verified || !found) {
      const problem = `there is no decision ${name}`;
      return refuse([{ path: 'id', problem, allowed: 'allowed is CONTRACT/ID, C-DEMO-1/12-penalty' }]);
    }
    tellAll({ ...verified, decisions: [found] });
    console.log(`  then  ${found.hash ?? '-'}`);
    console.log(`  now   ${found.hashNow ?? '-'}`);
  });
}

/** Makes all decisions of a contract again. */
export async function verifyAllDecisions(contract: string): Promise<void> {
  await withDatabase(async (orm) => {
    const verified = await verifiedOf(orm, contract);
    if (!verified) {
      const problem = `there is no contract ${contract}`;
      return refuse([{ path: 'contract', problem, allowed: 'allowed is the id of a contract' }]);
    }
    const { decisions } = verified;
    tellAll({ ...verified, decisions: decisions.filter(({ outcome }) => outcome !== 'same') });
    const same = decisions.filter(({ outcome }) => outcome === 'same').length;
    console.log(`${contract}: ${decisions.length} decisions, ${same} the same to the letter`);
  });
}

async function verifiedOf(orm: MikroORM, contract: string): Promise<VerifiedDecisions | null> {
  const em = orm.em.fork();
  return (await findContract(em, contract)) ? verifyDecisions(em, contract) : null;
}

function tellAll({ contract, decisions, ledgerFaults }: VerifiedDecisions): void {
  for (const fault of ledgerFaults) console.log(`ledger: ${fault}`);
  for (const decision of decisions) tell(contract, decision);
  const isFine = ledgerFaults.length === 0 && decisions.every(({ outcome }) => FINE.has(outcome));
  if (!isFine) process.exitCode = 1;
}

function tell(contract: string, { id, outcome, differences }: VerifiedDecision): void {
  console.log(`${contract}/${id}: ${outcome}, ${SAYINGS[outcome]}`);
  for (const difference of differences) console.log(`  ${differenceText(difference)}`);
}
