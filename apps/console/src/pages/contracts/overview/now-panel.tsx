import { Link, type LinkProps } from '@tanstack/react-router';
import { Flex } from 'antd';
import { Panel } from '~/parts/panel';
import { Danger } from '~/parts/text';
import { useWords } from '~/words/words';
import { type Contract, useContract } from '../contract/contract';
import { overviewWords } from './words';

type Step = 'draft' | 'signing' | 'signed' | 'ended' | 'closed' | 'declined' | 'withdrawn' | 'lapsed';

const STEPS: Readonly<Record<Contract['status'], Step | null>> = {
  draft: 'draft',
  signing: 'signing',
  signed: 'signed',
  active: null,
  declined: 'declined',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  terminated: 'ended',
  expired: 'ended',
  closed: 'closed',
};

/** What the contract waits for from people; nothing while it simply runs. */
export function NowPanel() {
  const t = useWords(overviewWords);
  const { id, status, terminationRight } = useContract();
  const step = STEPS[status];
  const hasRight = terminationRight.right?.exercisable ?? false;
  if (step === null && !hasRight) return null;
  const link = (to: NonNullable<LinkProps['to']>, label: string) => (
    <Link to={to} params={{ contract: id }}>
      {label}
    </Link>
  );
  return (
    <Panel title={t('now')}>
      <Flex vertical gap={8} align="flex-start">
        {step !== null && <span>{t(step)}</span>}
        {hasRight && <Danger>{t('rightOpen')}</Danger>}
        <Flex gap="middle" wrap>
          {step === 'draft' && link('/contracts/$contract/terms', t('toTerms'))}
          {(step === 'draft' || step === 'signing') && link('/contracts/$contract/signing', t('toSigning'))}
          {step === 'ended' && link('/contracts/$contract/months', t('toMonths'))}
          {hasRight && link('/contracts/$contract/termination', t('toTermination'))}
        </Flex>
      </Flex>
    </Panel>
  );
}
