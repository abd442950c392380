import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { Facts } from '~/parts/facts';
import { Panel } from '~/parts/panel';
import { Figures, Secondary } from '~/parts/text';
import { Teach } from '~/parts/teach';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useLanguage, useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { PayDialog } from '../months/money-dialogs';
import { InvoiceState } from '../months/states';
import { monthWords } from './words';

type Invoice = components['schemas']['Invoice'];

/** What is to be paid for the month. */
export function InvoicePanel({ invoice }: { readonly invoice: Invoice | undefined }) {
  const t = useWords(monthWords);
  const can = useCan();
  if (!invoice)
    return (
      <Panel title={t('invoice')}>
        <Teach title={t('noInvoice')} help={t('noInvoiceHelp')} />
      </Panel>
    );
  const { outstanding, period } = invoice;
  const canPay = outstanding !== '0.00' && can('pay', 'POST /api/v1/contracts/:contract/payments');
  return (
    <Panel
      title={t('invoice')}
      extra={canPay && <PayDialog key={outstanding} outstanding={outstanding} reference={period} />}
    >
      <InvoiceFacts invoice={invoice} />
      <EInvoice invoice={invoice} />
    </Panel>
  );
}

function InvoiceFacts({ invoice }: { readonly invoice: Invoice }) {
  const t = useWords(monthWords);
  const { instant, month, money } = useFormats();
  const until = useUntil();
  const language = useLanguage();
  const { terms } = useContract();
  const rows = [
    ['amount', 'iAmount'],
    ['credited', 'credited'],
    ['interest', 'interest'],
    ['payable', 'payable'],
    ['paid', 'paidSoFar'],
    ['outstanding', 'outstanding'],
  ] as const;
  return (
    <Facts
      facts={[
        { key: 'state', label: t('state'), value: <InvoiceState invoice={invoice} /> },
        { key: 'issued', label: t('issuedAt'), value: instant(invoice.issuedAt, terms.zone) },
        { key: 'due', label: t('payBy'), value: until(invoice.dueAt, terms.zone) },
        { key: 'covers', label: t('covers'), value: invoice.months.map(month).join(', ') },
        ...rows.map(([key, label]) => ({
          key,
          label: t(label),
          value: (
            <Flex vertical>
              <Figures>{money(invoice[key])}</Figures>
              {key === 'payable' && language === 'zh-CN' && (
                <Secondary>{invoice.payableInCapitals}</Secondary>
              )}
            </Flex>
          ),
        })),
      ]}
    />
  );
}

/** What the Chinese e-invoice wants to be filled in with. */
function EInvoice({ invoice: { contract, period, credited } }: { readonly invoice: Invoice }) {
  const t = useWords(monthWords);
  const base = `/api/v1/contracts/${encodeURIComponent(contract)}/invoices/${period}/e-invoice`;
  return (
    <ul className="papers">
      <li>
        <a href={`${base}?format=csv`} download>
          {`${t('eInvoice')} (CSV)`}
        </a>
      </li>
      {credited !== '0.00' && (
        <li>
          <a href={`${base}?kind=creditNote&format=csv`} download>
            {`${t('creditNote')} (CSV)`}
          </a>
        </li>
      )}
    </ul>
  );
}
