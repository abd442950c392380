import { Flex, Form, InputNumber } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { api } from '~/api/api';
import { ActDialog } from '~/parts/act-dialog';
import { type Column, DataTable } from '~/parts/data-table';
import { Panel } from '~/parts/panel';
import { Danger, Secondary, Warning } from '~/parts/text';
import { useUntil } from '~/parts/until';
import { useFormats } from '~/words/formats';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { AtField, filled, ReasonField } from '../contract/fact-fields';
import { useTargetName } from '../contract/service-words';
import { moneyWords } from './money-words';

type Obligation = components['schemas']['Obligation'];

/** What the provider does once, by a day; nothing where the contract has none. */
export function ObligationsPanel({ contract }: { readonly contract: string }) {
  const t = useWords(moneyWords);
  const { data } = api.useQuery('get', '/api/v1/contracts/{contract}/obligations', {
    params: { path: { contract } },
  });
  const columns = useObligationColumns();
  if (!data || data.items.length === 0) return null;
  return (
    <Panel title={t('obligations')}>
      <DataTable
        caption={t('obligations')}
        columns={columns}
        rows={data.items}
        rowKey={({ obligation }) => obligation}
      />
    </Panel>
  );
}

function useObligationColumns(): Column<Obligation>[] {
  const t = useWords(moneyWords);
  const name = useTargetName();
  const { money } = useFormats();
  return [
    { key: 'name', title: t('obligation'), cell: ({ obligation }) => name(obligation) },
    { key: 'due', title: t('due'), cell: (row) => <Due row={row} /> },
    { key: 'performed', title: t('performed'), cell: (row) => <Performed row={row} /> },
    { key: 'value', title: t('value'), align: 'end', isExtra: true, cell: ({ value }) => money(value) },
    {
      key: 'charged',
      title: t('charged'),
      align: 'end',
      cell: ({ charged, accruing }) => (
        <Flex vertical>
          <span>{money(charged)}</span>
          {accruing !== '0.00' && <Warning>{t('accruing', { amount: money(accruing) })}</Warning>}
        </Flex>
      ),
    },
    { key: 'acts', title: '', cell: (row) => <Acts row={row} /> },
  ];
}

function Due({ row: { dueAt, excusedDays, terminationRightAt } }: { readonly row: Obligation }) {
  const t = useWords(moneyWords);
  const until = useUntil();
  const { terms } = useContract();
  return (
    <Flex vertical>
      <span>{until(dueAt, terms.zone)}</span>
      {excusedDays > 0 && <Secondary>{t('excused', { days: excusedDays })}</Secondary>}
      {terminationRightAt !== null && (
        <Secondary>{t('rightAt', { until: until(terminationRightAt, terms.zone) })}</Secondary>
      )}
    </Flex>
  );
}

function Performed({ row: { performedAt, daysLate } }: { readonly row: Obligation }) {
  const t = useWords(moneyWords);
  const { instant } = useFormats();
  const { terms } = useContract();
  return (
    <Flex vertical>
      <span>{performedAt === null ? t('open') : instant(performedAt, terms.zone)}</span>
      {daysLate > 0 && <Danger>{t('late', { days: daysLate })}</Danger>}
    </Flex>
  );
}

function Acts({ row: { obligation, performedAt } }: { readonly row: Obligation }) {
  const t = useWords(moneyWords);
  const can = useCan();
  const { id } = useContract();
  const params = { path: { contract: id, obligation } };
  return (
    <Flex gap="small" wrap>
      {performedAt === null &&
        can('performObligation', 'POST /api/v1/contracts/:contract/obligations/:obligation/performance') && (
          <ActDialog<components['schemas']['Performance']>
            trigger={t('perform')}
            triggerProps={{ size: 'small', type: 'primary' }}
            title={t('perform')}
            okText={t('perform')}
            done={t('performedDone')}
            act={(values, client) =>
              answered(
                client.POST('/api/v1/contracts/{contract}/obligations/{obligation}/performance', {
                  params,
                  body: filled(values),
                }),
              )
            }
          >
            <p>{t('performHelp')}</p>
            <AtField />
          </ActDialog>
        )}
      {can('excuseObligation', 'POST /api/v1/contracts/:contract/obligations/:obligation/excuses') && (
        <ExcuseDialog obligation={obligation} />
      )}
    </Flex>
  );
}

function ExcuseDialog({ obligation }: { readonly obligation: string }) {
  const t = useWords(moneyWords);
  const { id } = useContract();
  return (
    <ActDialog<components['schemas']['NewExcuse']>
      trigger={t('excuse')}
      triggerProps={{ size: 'small' }}
      title={t('excuse')}
      okText={t('excuse')}
      done={t('excusedDone')}
      initialValues={{ days: 1 }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/obligations/{obligation}/excuses', {
            params: { path: { contract: id, obligation } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('excuseHelp')}</p>
      <Form.Item name="days" label={t('days')} rules={[{ required: true }]}>
        <InputNumber min={1} max={3660} precision={0} />
      </Form.Item>
      <ReasonField />
      <AtField />
    </ActDialog>
  );
}
