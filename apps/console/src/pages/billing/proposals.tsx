import { Button, Flex, Tag } from 'antd';
import { answered } from '#client/client';
import { Panel } from '~/parts/panel';
import { ProblemAlert } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { useAct } from '~/parts/use-act';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type BankLine } from './billing-page';
import { billingWords } from './words';

type Proposal = BankLine['proposals'][number];

/** What the line may pay, the likeliest first, and why. Taking one books each of its parts. */
export function Proposals({ data: { line, proposals } }: { readonly data: BankLine }) {
  const t = useWords(billingWords);
  const book = useAct({
    act: async ({ parts }: Proposal, client) => {
      for (const { contract, amount, number } of parts)
        await answered(
          client.POST('/api/v1/bank/lines/{line}/book', {
            params: { path: { line } },
            body: { contract, amount, ...(number !== null && { reference: number }) },
          }),
        );
    },
    done: t('bookDone'),
  });
  return (
    <Panel title={t('proposals')}>
      {proposals.length === 0 && <Teach title={t('proposalsNone')} help={t('proposalsNoneHelp')} />}
      {proposals.map((proposal) => (
        <Row
          key={proposal.parts.map(({ contract, period }) => `${contract} ${period}`).join(', ')}
          proposal={proposal}
          isPending={book.isPending}
          onTake={() => book.mutate(proposal)}
        />
      ))}
      {book.error !== null && <ProblemAlert error={book.error} />}
    </Panel>
  );
}

interface RowProps {
  readonly proposal: Proposal;
  readonly isPending: boolean;
  readonly onTake: () => void;
}

function Row({ proposal: { parts, reasons }, isPending, onTake }: RowProps) {
  const t = useWords(billingWords);
  const formats = useFormats();
  return (
    <Flex justify="space-between" align="flex-start" gap="small" className="proposal">
      <div>
        {parts.map(({ contract, period, amount }) => (
          <div key={`${contract} ${period}`}>
            {t('ofPeriod', { contract, period: formats.month(period) })}: <b>{formats.money(amount)}</b>
          </div>
        ))}
        {reasons.map((reason) => (
          <Tag key={reason}>{t(`reason.${reason}`)}</Tag>
        ))}
      </div>
      <Button type="primary" loading={isPending} onClick={onTake}>
        {t('bookAll')}
      </Button>
    </Flex>
  );
}
