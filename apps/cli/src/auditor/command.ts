import { randomBytes } from 'node:crypto';
import { type Command, InvalidArgumentError } from 'commander';
import { type Instant, parseInstant } from '#domain/time/instant';
import { grantAuditor, revokeAuditor } from '#persistence/auditor-role';
import { withDatabase } from '../with-database.js';

export function configure(command: Command): void {
  command
    .command('grant')
    .description(
      'let somebody read the database until an instant: every table but those with secrets, and write nothing',
    )
    .argument('<login>', 'small letters, digits and _')
    .requiredOption('--until <instant>', 'when it ends by itself, 2027-01-31T18:00:00+08:00', ahead)
    .action((login: string, { until }: { until: Instant }) => grant(login, until));
  command
    .command('revoke')
    .description('end a login at once')
    .argument('<login>')
    .action((login: string) => revoke(login));
}

async function grant(login: string, until: Instant): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await withDatabase((orm) => grantAuditor(orm.em.fork(), { login, password, until }));
  console.log(`${login} reads until ${until}. The password, shown this once: ${password}`);
}

async function revoke(login: string): Promise<void> {
  await withDatabase((orm) => revokeAuditor(orm.em.fork(), login));
  console.log(`${login} reads no more`);
}

function ahead(text: string): Instant {
  const until = parseInstant(text);
  if (until === null || Date.parse(until) <= Date.now())
    throw new InvalidArgumentError('allowed is an instant ahead, with an offset: 2027-01-31T18:00:00+08:00');
  return until;
}
