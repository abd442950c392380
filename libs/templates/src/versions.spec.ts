import fc from 'fast-check';
import {
  compareVersions,
  stepVersion,
  VERSION_ACTIONS,
  VERSION_STATES,
  VERSION_TRANSITIONS,
  versionActions,
  type VersionAction,
  type VersionState,
} from './versions.js';

const standing = (state: VersionState) => ({
  state,
  editedBy: 'editor',
  submittedBy: state === 'draft' ? null : 'submitter',
});

/** Someone who may do it, as far as persons go. */
function step(
  state: VersionState,
  action: VersionAction,
  actor = action === 'withdraw' ? 'editor' : 'reviewer',
) {
  return stepVersion(standing(state), { action, actor, reason: 'why' });
}

function codeOf(outcome: ReturnType<typeof stepVersion>): string | null {
  return 'refused' in outcome ? outcome.refused.code : null;
}

it('goes from draft to review, to published, to retired, and back only from the review', () => {
  const table = VERSION_STATES.map((state) => [
    state,
    Object.fromEntries(
      VERSION_ACTIONS.flatMap((action) => {
        const outcome = step(state, action);
        return 'next' in outcome ? [[action, outcome.next]] : [];
      }),
    ),
  ]);
  expect(Object.fromEntries(table)).toEqual({
    draft: { edit: 'draft', submit: 'inReview', discard: 'discarded' },
    inReview: { withdraw: 'draft', return: 'draft', approve: 'published' },
    published: { retire: 'retired' },
    retired: {},
  });
});

const refusedSteps = VERSION_STATES.flatMap((state) =>
  VERSION_ACTIONS.filter((action) => !(action in VERSION_TRANSITIONS[state])).map(
    (action) => [state, action] as const,
  ),
);

it.each(refusedSteps)('in %s, %s is refused with what is possible', (state, action) => {
  const outcome = step(state, action);
  expect(codeOf(outcome)).toBe('wrongState');
  const allowed = 'refused' in outcome ? outcome.refused.fault.allowed : '';
  for (const possible of versionActions(state)) expect(allowed).toContain(possible);
});

it.each(['editor', 'submitter'])('the %s cannot review the version, and may withdraw it', (actor) => {
  expect(codeOf(step('inReview', 'approve', actor))).toBe('needsAnotherPerson');
  expect(codeOf(step('inReview', 'return', actor))).toBe('needsAnotherPerson');
  expect(step('inReview', 'withdraw', actor)).toEqual({ next: 'draft' });
});

it('somebody else reviews it, and cannot withdraw it', () => {
  expect(step('inReview', 'approve', 'reviewer')).toEqual({ next: 'published' });
  expect(codeOf(step('inReview', 'withdraw', 'reviewer'))).toBe('notTheAuthor');
});

it('is returned with a reason only', () => {
  const outcome = stepVersion(standing('inReview'), { action: 'return', actor: 'reviewer', reason: null });
  expect(codeOf(outcome)).toBe('reasonMissing');
  expect(outcome).toMatchObject({ refused: { fault: { path: 'reason' } } });
});

it('whatever people do, nobody publishes what they edited last or submitted', () => {
  const people = fc.constantFrom('a', 'b', 'c');
  const steps = fc.array(fc.record({ action: fc.constantFrom(...VERSION_ACTIONS), actor: people }), {
    maxLength: 30,
  });
  const reviews: { reviewer: string; hands: (string | null)[] }[] = [];
  fc.assert(
    fc.property(people, steps, (author, list) => {
      let version: Parameters<typeof stepVersion>[0] = {
        state: 'draft',
        editedBy: author,
        submittedBy: null,
      };
      for (const { action, actor } of list) {
        const outcome = stepVersion(version, { action, actor, reason: 'why' });
        if ('refused' in outcome) continue;
        if (outcome.next === 'discarded') return;
        if (outcome.next === 'published') {
          reviews.push({ reviewer: actor, hands: [version.editedBy, version.submittedBy] });
        }
        version = {
          state: outcome.next,
          editedBy: action === 'edit' ? actor : version.editedBy,
          submittedBy: action === 'submit' ? actor : outcome.next === 'draft' ? null : version.submittedBy,
        };
      }
    }),
    { numRuns: 1000 },
  );
  expect(reviews.length).toBeGreaterThan(0);
  expect(reviews.filter(({ reviewer, hands }) => hands.includes(reviewer))).toEqual([]);
});

it('orders versions by number, not by letter', () => {
  const versions = ['1.10.0', '2.0.0', '1.9.12', '1.9.2', '10.0.0'];
  expect(versions.toSorted(compareVersions)).toEqual(['1.9.2', '1.9.12', '1.10.0', '2.0.0', '10.0.0']);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
});
