import { POLICY } from './policy.js';
import { ROLES } from './roles.js';

/** The policy as a table of Markdown: a row a route, a column a role. */
export function policyTable(): string {
  const rows = Object.entries(POLICY).map(([route, { roles, reach }]) => [
    `\`${route.replace('/api/v1', '…')}\``,
    reach,
    ...ROLES.map((role) => (reach === 'open' || roles.includes(role) ? '●' : '')),
  ]);
  const header = ['Route', 'Reach', ...ROLES];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
