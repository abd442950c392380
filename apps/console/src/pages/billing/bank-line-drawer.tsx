import { Drawer } from 'antd';
import { api } from '~/api/api';
import { useMay } from '~/api/policy';
import { Asked } from '~/parts/asked';
import { ContractLink } from '~/parts/contract-link';
import { Figure, FigureRow } from '~/parts/figure';
import { Panel } from '~/parts/panel';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { type BankLine } from './billing-page';
import { BookByHand, IgnoreLine } from './decide-line';
import { Proposals } from './proposals';
import { billingWords } from './words';

interface Props {
  readonly line: string;
  readonly onClose: () => void;
}

/** A line of the bank with what it may pay, and the ways to decide it. */
export function BankLineDrawer({ line, onClose }: Props) {
  const t = useWords(billingWords);
  const query = api.useQuery('get', '/api/v1/bank/lines/{line}', { params: { path: { line } } });
  return (
    <Drawer open size={640} title={t('line', { line })} onClose={onClose}>
      <Asked query={query}>{(data) => <Line data={data} />}</Asked>
    </Drawer>
  );
}

function Line({ data }: { readonly data: BankLine }) {
  const t = useWords(billingWords);
  const formats = useFormats();
  const may = useMay();
  const isMine = may('POST /api/v1/bank/lines/:line/book');
  return (
    <>
      <FigureRow>
        <Figure label={t('amount')} value={formats.money(data.amount)} help={formats.date(data.bookedOn)} />
        <Figure label={t('rest')} value={formats.money(data.rest)} help={t(`statusOf.${data.status}`)} />
      </FigureRow>
      <p>
        {data.payerName ?? '–'} <Secondary>{data.payerAccount}</Secondary>
        <br />
        {data.reference}
      </p>
      {data.ignored && <p>{data.ignored.reason}</p>}
      {data.bookings.length > 0 && <Bookings rows={data.bookings} />}
      {data.status === 'open' &&
        (isMine ? (
          <>
            <Proposals data={data} />
            <BookByHand data={data} />
            <IgnoreLine data={data} />
          </>
        ) : (
          <Secondary>{t('notYours')}</Secondary>
        ))}
    </>
  );
}

function Bookings({ rows }: { readonly rows: BankLine['bookings'] }) {
  const t = useWords(billingWords);
  const formats = useFormats();
  return (
    <Panel title={t('bookings')}>
      {rows.map(({ contract, amount, command, bookedBy, bookedAt }) => (
        <p key={command}>
          <ContractLink contract={contract} /> {formats.money(amount)}{' '}
          <Secondary>{t('bookedBy', { by: bookedBy, at: formats.instant(bookedAt) })}</Secondary>
        </p>
      ))}
    </Panel>
  );
}
