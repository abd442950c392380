import { type ReactNode, useState } from 'react';
import { type Role, useSession } from '~/api/session';
import { type Clock, ClockSwitch } from '~/parts/clock-switch';
import { PageHead } from '~/parts/page-head';
import { commonWords } from '~/words/common';
import { useWords } from '~/words/words';
import { BankLinesPanel } from './bank-lines-panel';
import { CheckpointsPanel } from './checkpoints-panel';
import { ChecksPanel } from './checks-panel';
import { FirstStepsPanel } from './first-steps-panel';
import { MoneyPanel } from './money-panel';
import { OwnContractsPanel, OwnRequestsPanel } from './party-panels';
import { QueuePanel } from './queue-panel';
import { ReviewsPanel } from './reviews-panel';
import { RightsPanel } from './rights-panel';
import { SigningPanel } from './signing-panel';
import { homeWords } from './words';

type PanelOf = (clock: Clock) => ReactNode;

const firstSteps: PanelOf = () => <FirstStepsPanel key="steps" />;
const queue: PanelOf = (clock) => <QueuePanel key="queue" clock={clock} />;
const money: PanelOf = (clock) => <MoneyPanel key="money" clock={clock} />;
const rights: PanelOf = (clock) => <RightsPanel key="rights" clock={clock} />;
const signing: PanelOf = (clock) => <SigningPanel key="signing" clock={clock} />;
const reviews: PanelOf = () => <ReviewsPanel key="reviews" />;
const bankLines: PanelOf = () => <BankLinesPanel key="bank" />;
const checks: PanelOf = (clock) => <ChecksPanel key="checks" clock={clock} />;
const checkpoints: PanelOf = () => <CheckpointsPanel key="checkpoints" />;

/** What each role looks at first. */
const PANELS: Readonly<Record<Role, readonly PanelOf[]>> = {
  administrator: [firstSteps, signing, reviews, rights, queue, money],
  reviewer: [reviews, rights, queue],
  desk: [queue, rights],
  billing: [money, bankLines],
  integration: [queue, money],
  auditor: [checks, checkpoints, rights, money],
  party: [
    (clock) => <OwnRequestsPanel key="requests" clock={clock} />,
    (clock) => <OwnContractsPanel key="contracts" clock={clock} />,
  ],
};

/** What needs me now. */
export function HomePage() {
  const t = useWords(homeWords);
  const common = useWords(commonWords);
  const { name, role } = useSession();
  const [clock, setClock] = useState<Clock>('real');
  return (
    <>
      <PageHead
        title={t('title')}
        about={t('hello', { name, role: common(`role.${role}`) })}
        extra={<ClockSwitch value={clock} onChange={setClock} />}
      />
      {PANELS[role].map((panel) => panel(clock))}
    </>
  );
}
