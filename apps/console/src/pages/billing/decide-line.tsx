import { Button, Form, Input } from 'antd';
import { answered } from '#client/client';
import { ContractSelect } from '~/parts/contract-select';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { useAct } from '~/parts/use-act';
import { useWords } from '~/words/words';
import { type BankLine } from './billing-page';
import { billingWords } from './words';

interface Booking {
  readonly contract: string;
  readonly amount?: string;
  readonly lateReason?: string;
}

/** Books a line on a contract that no proposal names. */
export function BookByHand({ data: { line, rest } }: { readonly data: BankLine }) {
  const t = useWords(billingWords);
  const book = useAct({
    act: ({ contract, amount, lateReason }: Booking, client) =>
      answered(
        client.POST('/api/v1/bank/lines/{line}/book', {
          params: { path: { line } },
          body: { contract, ...(amount && { amount }), ...(lateReason && { lateReason }) },
        }),
      ),
    done: t('bookDone'),
  });
  return (
    <Panel title={t('byHand')}>
      <Form<Booking> layout="vertical" requiredMark={false} onFinish={(values) => book.mutate(values)}>
        <Form.Item name="contract" label={t('contract')} rules={[{ required: true, message: t('needed') }]}>
          <ContractSelect clock="real" />
        </Form.Item>
        <Form.Item name="amount" label={t('amount')} extra={t('amountHelp')}>
          <Input placeholder={rest} inputMode="decimal" />
        </Form.Item>
        <Form.Item name="lateReason" label={t('lateReason')} extra={t('lateReasonHelp')}>
          <Input />
        </Form.Item>
        {book.error !== null && <ProblemAlert error={book.error} />}
        <Button htmlType="submit" loading={book.isPending}>
          {t('book')}
        </Button>
      </Form>
    </Panel>
  );
}

/** Puts a line aside that pays nothing here. */
export function IgnoreLine({ data: { line } }: { readonly data: BankLine }) {
  const t = useWords(billingWords);
  const ignore = useAct({
    act: (body: { readonly reason: string }, client) =>
      answered(client.POST('/api/v1/bank/lines/{line}/ignore', { params: { path: { line } }, body })),
    done: t('ignoreDone'),
  });
  return (
    <Panel title={t('ignore')}>
      <Form<{ readonly reason: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => ignore.mutate(values)}
      >
        <Form.Item name="reason" label={t('ignoreReason')} rules={[{ required: true, message: t('needed') }]}>
          <Input />
        </Form.Item>
        {ignore.error !== null && <ProblemAlert error={ignore.error} />}
        <Button htmlType="submit" danger loading={ignore.isPending}>
          {t('ignore')}
        </Button>
      </Form>
    </Panel>
  );
}
