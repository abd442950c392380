import { Button, Flex, Form, type FormInstance } from 'antd';
import { FieldTimeOutlined } from '@ant-design/icons';
import { answered } from '#client/client';
import { ActDialog } from '~/parts/act-dialog';
import { MomentInput } from '~/parts/moment-input';
import { useWords } from '~/words/words';
import { type Contract, useContract } from './contract';
import { contractWords } from './words';

interface Move {
  readonly until: string;
}

/** The clock of a rehearsal, which nobody moves but by hand. */
export function ClockMove() {
  const t = useWords(contractWords);
  const contract = useContract();
  return (
    <ActDialog<Move>
      trigger={t('moveClock')}
      triggerProps={{ type: 'primary', icon: <FieldTimeOutlined aria-hidden /> }}
      title={t('moveTitle')}
      okText={t('move')}
      done={t('moved')}
      initialValues={{ until: later(contract.accountedThrough, 86_400) }}
      act={({ until }, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/clock', {
            params: { path: { contract: contract.id } },
            body: { until },
          }),
        )
      }
    >
      {(form) => <MoveFields form={form} contract={contract} />}
    </ActDialog>
  );
}

interface FieldsProps {
  readonly form: FormInstance<Move>;
  readonly contract: Contract;
}

function MoveFields({ form, contract: { accountedThrough, nextDeadline, terms } }: FieldsProps) {
  const t = useWords(contractWords);
  const to = (until: string) => form.setFieldsValue({ until });
  return (
    <>
      <p>{t('moveHelp')}</p>
      <Form.Item
        name="until"
        label={t('moveUntil', { zone: terms.zone })}
        rules={[
          { required: true, message: t('moveNeeded') },
          {
            validator: (_, until: string | undefined) =>
              until !== undefined && until <= accountedThrough
                ? Promise.reject(new Error(t('moveNeeded')))
                : Promise.resolve(),
          },
        ]}
      >
        <MomentInput zone={terms.zone} />
      </Form.Item>
      <Flex gap="small" wrap>
        {nextDeadline !== null && (
          <Button size="small" onClick={() => to(later(nextDeadline.at, 60))}>
            {t('toNext')}
          </Button>
        )}
        <Button size="small" onClick={() => to(later(accountedThrough, 86_400))}>
          {t('dayLater')}
        </Button>
        <Button size="small" onClick={() => to(later(accountedThrough, 30 * 86_400))}>
          {t('monthLater')}
        </Button>
      </Flex>
    </>
  );
}

/** To the minute, as the field shows it, and never before what was asked for. */
function later(at: string, seconds: number): string {
  const minutes = Math.ceil((Date.parse(at) / 1000 + seconds) / 60);
  return `${new Date(minutes * 60_000).toISOString().slice(0, 19)}Z`;
}
