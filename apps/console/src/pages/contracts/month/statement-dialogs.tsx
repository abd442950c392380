import { Form, Radio } from 'antd';
import { answered } from '#client/client';
import { type components } from '#client/openapi';
import { useSession } from '~/api/session';
import { ActDialog } from '~/parts/act-dialog';
import { useWords } from '~/words/words';
import { type Party, useCan, useContract } from '../contract/contract';
import { filled, ReasonField } from '../contract/fact-fields';
import { PartyField } from '../contract/party-field';
import { type Statement } from './statement-panel';
import { monthWords } from './words';

type Schemas = components['schemas'];

/** The parties that have not accepted yet, and for whom whoever is signed in may speak. */
function useOpenParties({ accepted }: Statement): Party[] {
  const { role } = useSession();
  const own = role === 'party' ? (['client'] as const) : (['client', 'provider'] as const);
  return own.filter((party) => accepted[party] === null);
}

export function AcceptDialog({ statement }: { readonly statement: Statement }) {
  const t = useWords(monthWords);
  const can = useCan();
  const { id } = useContract();
  const [first] = useOpenParties(statement);
  const { period, open } = statement;
  if (first === undefined || !open) return null;
  if (!can('acceptStatement', 'POST /api/v1/contracts/:contract/statements/:period/acceptance')) return null;
  return (
    <ActDialog<Schemas['StatementAcceptance']>
      trigger={t('accept')}
      triggerProps={{ type: 'primary' }}
      title={t('accept')}
      okText={t('accept')}
      done={t('acceptDone')}
      initialValues={{ party: first }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/statements/{period}/acceptance', {
            params: { path: { contract: id, period } },
            body: filled(values),
          }),
        )
      }
    >
      <p>{t('acceptHelp')}</p>
      <PartyField />
    </ActDialog>
  );
}

interface ContestProps {
  readonly contract: string;
  readonly statement: Statement;
  readonly line: string;
}

export function ContestDialog({ contract, statement, line }: ContestProps) {
  const t = useWords(monthWords);
  const [first] = useOpenParties(statement);
  if (first === undefined) return null;
  return (
    <ActDialog<Omit<Schemas['NewContest'], 'line'>>
      trigger={t('contest')}
      triggerProps={{ size: 'small' }}
      title={t('contestTitle')}
      okText={t('contest')}
      done={t('contestDone')}
      initialValues={{ party: first }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/statements/{period}/contests', {
            params: { path: { contract, period: statement.period } },
            body: { ...filled(values), line },
          }),
        )
      }
    >
      <p>{t('contestHelp')}</p>
      <PartyField />
      <ReasonField />
    </ActDialog>
  );
}

const DECISIONS = ['stands', 'waived', 'corrected', 'withdrawn'] as const;

interface DecideProps {
  readonly contract: string;
  readonly period: string;
  readonly line: string;
  /** Whoever contested it may only take that back: another person decides. */
  readonly isOwn: boolean;
}

export function DecideDialog({ contract, period, line, isOwn }: DecideProps) {
  const t = useWords(monthWords);
  const decisions = isOwn ? (['withdrawn'] as const) : DECISIONS;
  const options = decisions.map((value) => ({ value, label: t(`decisions.${value}`) }));
  return (
    <ActDialog<Omit<Schemas['ContestDecision'], 'line'>>
      trigger={t('decide')}
      triggerProps={{ size: 'small', type: 'primary' }}
      title={t('decideTitle')}
      okText={t('decide')}
      done={t('decideDone')}
      initialValues={{ decision: decisions[0] }}
      act={(values, client) =>
        answered(
          client.POST('/api/v1/contracts/{contract}/statements/{period}/decisions', {
            params: { path: { contract, period } },
            body: { ...filled(values), line },
          }),
        )
      }
    >
      <p>{t(isOwn ? 'decideOwnHelp' : 'decideHelp')}</p>
      <Form.Item name="decision" label={t('decision')}>
        <Radio.Group vertical options={options} />
      </Form.Item>
      <ReasonField />
    </ActDialog>
  );
}
