import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { Danger, Figures, Secondary, Warning } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useContract } from '../contract/contract';
import { monthsWords } from './words';

type Schemas = components['schemas'];

/** How the statement of a month stands between the parties. */
export function StatementState({ statement }: { readonly statement: Schemas['Statement'] }) {
  const t = useWords(monthsWords);
  const common = useWords(commonWords);
  const until = useUntil();
  const { terms } = useContract();
  const { accepted, contested, open, answerBy } = statement;
  const by = (['client', 'provider'] as const).filter((party) => accepted[party] !== null);
  return (
    <Flex vertical>
      {contested > 0 && <Danger>{t('contested', { count: contested })}</Danger>}
      {by.length === 2 && <span className="text-success">{t('acceptedBoth')}</span>}
      {by.length === 1 &&
        by.map((party) => <span key={party}>{t('acceptedBy', { party: common(`party.${party}`) })}</span>)}
      {open && by.length < 2 && <Warning>{t('toAnswer', { until: until(answerBy, terms.zone) })}</Warning>}
      {!open && by.length === 0 && contested === 0 && <Secondary>{t('unanswered')}</Secondary>}
    </Flex>
  );
}

export function ReportState({ report }: { readonly report: Schemas['Report'] }) {
  const t = useWords(monthsWords);
  const until = useUntil();
  const { terms } = useContract();
  const { submittedAt, late, dueAt } = report;
  if (submittedAt !== null)
    return late ? (
      <Warning>{t('reportInLate')}</Warning>
    ) : (
      <span className="text-success">{t('reportIn')}</span>
    );
  if (late) return <Danger>{t('reportLate')}</Danger>;
  return <Warning>{t('reportDue', { until: until(dueAt, terms.zone) })}</Warning>;
}

interface InvoiceProps {
  readonly invoice: Schemas['Invoice'];
  /** The month that is looked at: an invoice of a quarter stands with its first. */
  readonly of?: string;
}

export function InvoiceState({ invoice, of }: InvoiceProps) {
  const t = useWords(monthsWords);
  const { money, month } = useFormats();
  const { status, outstanding, payable, period } = invoice;
  if (of !== undefined && of !== period)
    return <Secondary>{t('withInvoice', { month: month(period) })}</Secondary>;
  const tone = {
    open: 'text-warning',
    partlyPaid: 'text-warning',
    paid: 'text-success',
    overdue: 'text-danger',
  };
  return (
    <Flex vertical>
      <span className={tone[status]}>{t(`invoiceStatus.${status}`)}</span>
      <Secondary>
        <Figures>
          {status === 'paid' ? money(payable) : t('outstanding', { outstanding: money(outstanding) })}
        </Figures>
      </Secondary>
    </Flex>
  );
}
