import { type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { type components } from '#client/openapi';
import { RuleList } from '~/parts/conditions';
import { HashText } from '~/parts/hash-text';
import { Secondary } from '~/parts/text';
import { useFormats } from '~/words/formats';
import { slaWords } from '~/words/sla';
import { useWords } from '~/words/words';
import { EntryLink } from './links';
import { ReceiptCaps, ReceiptConditions, ReceiptSteps } from './receipt-reckoning';
import { ReceiptFacts, Members } from './receipt-facts';
import { receiptWords } from './receipt-words';
import { RunAgain } from './run-again';
import { useWhat } from './use-what';
import { auditWords } from './words';

export type Receipt = components['schemas']['DecisionReceipt'];

export interface OfReceipt {
  readonly receipt: Receipt;
  readonly zone: string;
}

/** A receipt to read: what came out first, then how, then on what it rests. */
export function ReceiptView({ receipt, zone }: OfReceipt) {
  const t = useWords(auditWords);
  return (
    <Flex vertical gap="large">
      <Head receipt={receipt} zone={zone} />
      <RunAgain contract={receipt.contract} receipt={receipt.id} />
      <Part title={t('result')}>
        <Members value={receipt.outcome} zone={zone} />
      </Part>
      {receipt.arithmetic.length > 0 && (
        <Part title={t('reckoning')}>
          <ReceiptSteps receipt={receipt} zone={zone} />
        </Part>
      )}
      {receipt.caps.length > 0 && (
        <Part title={t('caps')}>
          <ReceiptCaps receipt={receipt} zone={zone} />
        </Part>
      )}
      {receipt.conditions.length > 0 && (
        <Part title={t('conditions')}>
          <ReceiptConditions receipt={receipt} zone={zone} />
        </Part>
      )}
      {receipt.rules.length > 0 && (
        <Part title={t('rulesTitle')}>
          {receipt.decidedBy !== null && <p>{t('decidedBy', { rule: receipt.decidedBy })}</p>}
          <RuleList rules={receipt.rules} />
        </Part>
      )}
      <Part title={t('factsTitle')}>
        <ReceiptFacts receipt={receipt} zone={zone} />
      </Part>
      <Part title={t('basis')}>
        <Basis receipt={receipt} />
      </Part>
    </Flex>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className="part-title">{title}</h3>
      {children}
    </section>
  );
}

function Head({ receipt, zone }: OfReceipt) {
  const t = useWords(auditWords);
  const names = useWords(receiptWords);
  const sla = useWords(slaWords);
  const formats = useFormats();
  const whatOf = useWhat(zone);
  const { kind, at, clause, request, period, contract, entry } = receipt;
  return (
    <div className="receipt-head">
      <p className="receipt-what">
        {sla('named', { name: names(`kind.${kind}`) })}
        <strong>{whatOf(receipt)}</strong>
      </p>
      <Secondary>{t('decidedAt', { at: formats.instant(at, zone), clause })}</Secondary>
      {' · '}
      <EntryLink contract={contract} sequence={entry.sequence} />
      {request !== null && (
        <>
          {' · '}
          <Link to="/contracts/$contract/requests/$request" params={{ contract, request }}>
            {t('request')} {request}
          </Link>
        </>
      )}
      {period !== null && (
        <>
          {' · '}
          <Secondary>{formats.month(period)}</Secondary>
        </>
      )}
    </div>
  );
}

/** The versions that decided, each named by its hash. */
function Basis({ receipt }: { readonly receipt: Receipt }) {
  const t = useWords(auditWords);
  const { law, template, calendar, ruleSet, hash } = receipt;
  return (
    <dl className="fact-rows">
      <dt>{t('law')}</dt>
      <dd>{law}</dd>
      <dt>{t('template')}</dt>
      <dd>
        {template.id} {template.version} <HashText hash={template.hash} />
      </dd>
      <dt>{t('calendar')}</dt>
      <dd>
        {calendar.id} {calendar.version} <HashText hash={calendar.hash} />
      </dd>
      {ruleSet && (
        <>
          <dt>{t('ruleSet')}</dt>
          <dd>
            {ruleSet.id} {ruleSet.version} <HashText hash={ruleSet.hash} />
          </dd>
        </>
      )}
      <dt>{t('hash')}</dt>
      <dd>
        <HashText hash={hash} />
      </dd>
    </dl>
  );
}
