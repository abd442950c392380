import { TemporalUi } from './temporal-ui.js';

const RUN = { workflowId: 'contract/C-1', runId: '01990000-0000-7000-8000-000000000000' };

it.each([
  ['http://127.0.0.1:8233', 'http://127.0.0.1:8233'],
  ['https://temporal.example.com/', 'https://temporal.example.com'],
  ['https://example.com/temporal/', 'https://example.com/temporal'],
])('leads to a run in the pages at %s', (PACTA_TEMPORAL_UI_URL, base) => {
  expect(TemporalUi.read({ PACTA_TEMPORAL_UI_URL }, 'pacta').addressOf(RUN)).toBe(
    `${base}/namespaces/pacta/workflows/contract%2FC-1/${RUN.runId}/history`,
  );
});

it('leads nowhere where no pages are named', () => {
  expect(TemporalUi.read({}, 'pacta').addressOf(RUN)).toBeNull();
});

it.each(['temporal', 'javascript:alert(1)', 'https://me:secret@example.com', 'https://example.com/?a=b'])(
  'refuses %s, and does not repeat it',
  (PACTA_TEMPORAL_UI_URL) => {
    expect(() => TemporalUi.read({ PACTA_TEMPORAL_UI_URL }, 'pacta')).toThrow(
      'PACTA_TEMPORAL_UI_URL is no address: allowed is https://temporal.example.com',
    );
  },
);
