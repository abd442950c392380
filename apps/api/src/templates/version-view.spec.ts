import { type TemplateVersionRow } from '#persistence/entities/template-version';
import { VERSION_ACTIONS, VERSION_STATES } from '#templates/versions';
import { ROLES, type Role } from '../access/roles.js';
import { ACTION_ROLES, actionsFor } from './version-view.js';

const versionIn = (state: TemplateVersionRow['state']) => ({
  origin: 'stored' as const,
  row: {
    state,
    editedBy: 'author',
    submittedBy: state === 'draft' ? null : 'author',
  } as TemplateVersionRow,
});

const may = (name: string, role: Role, state: TemplateVersionRow['state']) =>
  actionsFor(versionIn(state), { name, role, clients: null });

it('the author goes on with a draft, and takes it out of the review', () => {
  expect(may('author', 'administrator', 'draft')).toEqual(['edit', 'submit', 'discard']);
  expect(may('author', 'administrator', 'inReview')).toEqual(['withdraw']);
  expect(may('author', 'administrator', 'published')).toEqual(['retire']);
});

it('another administrator reviews it, and a reviewer does nothing else', () => {
  expect(may('another', 'administrator', 'inReview')).toEqual(['return', 'approve']);
  expect(may('reviewer', 'reviewer', 'inReview')).toEqual(['return', 'approve']);
  for (const state of ['draft', 'published', 'retired'] as const)
    expect(may('reviewer', 'reviewer', state)).toEqual([]);
});

it('a reviewer who once wrote it does not review it', () => {
  expect(may('author', 'reviewer', 'inReview')).toEqual([]);
});

it.each(ROLES.filter((role) => role !== 'administrator' && role !== 'reviewer'))('%s only reads', (role) => {
  expect(VERSION_STATES.flatMap((state) => may('somebody', role, state))).toEqual([]);
  for (const action of VERSION_ACTIONS) expect(ACTION_ROLES[action]).not.toContain(role);
});
