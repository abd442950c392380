import { type SubmitEvent, useId, useState } from 'react';
import { Button } from 'antd';
import { api } from '~/api/api';
import { useSession } from '~/api/session';
import { ContractSelect, useContracts } from '~/parts/contract-select';
import { ProblemAlert } from '~/parts/problem-alert';
import { Teach } from '~/parts/teach';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { slaWords } from '~/words/sla';
import { useWords } from '~/words/words';
import { type Draft, newDraft, remember, severityOf } from './draft';
import { ForeseenPriority } from './foreseen-priority';
import { IntakeFields } from './intake-fields';
import { recordWords } from './record-words';
import { SeverityFields } from './severity-fields';

interface Props {
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onRecord: (draft: Draft, zone: string) => void;
}

export function RecordForm({ isPending, error, onRecord }: Props) {
  const t = useWords(recordWords);
  const id = useId();
  const { role } = useSession();
  const [draft, setDraft] = useState(newDraft);
  const { data: contracts } = useContracts('active');
  const own = contracts?.find((each) => each.id === draft.contract) ?? contracts?.[0];
  // A party never says when something was, nor by which way: it asks here and now.
  const told = role === 'party' ? { received: '', channel: null } : {};
  const chosen = { ...draft, ...told, contract: own?.id ?? '' };
  const terms = useTerms(chosen.contract);
  const zone = terms?.terms.zone ?? 'Asia/Shanghai';
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const severity = severityOf(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (severity === null || chosen.contract === '' || isPending) return;
    remember(chosen);
    onRecord(chosen, zone);
  };
  if (contracts?.length === 0) return <Teach title={t('noContracts')} help={t('noContractsHelp')} />;
  return (
    <form className="record-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id} className="field-label">
          {t('contract')}
        </label>
        <ContractSelect
          id={id}
          status="active"
          value={chosen.contract === '' ? undefined : chosen.contract}
          onChange={(contract) => change({ contract })}
        />
        <At clock={own?.clock ?? 'real'} at={terms?.at} zone={zone} />
      </div>
      <SeverityFields value={draft} onChange={change} />
      {role !== 'party' && <IntakeFields draft={draft} zone={zone} onChange={change} />}
      <ForeseenPriority contract={chosen.contract} terms={terms} severity={severity} />
      {error !== null && <ProblemAlert error={error} />}
      <div className="record-end">
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          loading={isPending}
          disabled={severity === null}
        >
          {t('save')} <kbd className="key">{t('saveKey')}</kbd>
        </Button>
      </div>
    </form>
  );
}

/** When it will count: now, or where the clock of a rehearsal stands. */
function At({
  clock,
  at,
  zone,
}: {
  readonly clock: string;
  readonly at: string | undefined;
  readonly zone: string;
}) {
  const t = useWords(recordWords);
  const sla = useWords(slaWords);
  const formats = useFormats();
  const text =
    clock === 'manual' && at !== undefined ? t('atClock', { at: formats.instant(at, zone) }) : t('atNow');
  return (
    <Secondary>
      {sla('named', { name: t('at') })}
      {text}
    </Secondary>
  );
}

/** The terms in force: template, zone, and what each priority promises. */
function useTerms(contract: string) {
  const { data } = api.useQuery(
    'get',
    '/api/v1/contracts/{contract}/terms',
    { params: { path: { contract } } },
    { enabled: contract !== '' },
  );
  return data;
}
