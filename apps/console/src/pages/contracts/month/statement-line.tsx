import { Flex } from 'antd';
import { Danger, Secondary, Warning } from '~/parts/text';
import { commonWords } from '~/words/common';
import { useFormats } from '~/words/formats';
import { useIsMe } from '~/parts/who';
import { useWords } from '~/words/words';
import { useCan, useContract } from '../contract/contract';
import { useTargetName } from '../contract/service-words';
import { ContestDialog, DecideDialog } from './statement-dialogs';
import { type Statement } from './statement-panel';
import { monthWords } from './words';

type Line = Statement['lines'][number];

/** `miss/R1/response@…`, `invoice/2025-01/fee`: what a line is of, in words. */
export function useLineName(): (line: Line, period: string) => string {
  const t = useWords(monthWords);
  const target = useTargetName();
  const formats = useFormats();
  return ({ line, kind }, period) => {
    const [, key = period, rest = ''] = line.split('/');
    if (kind === 'miss') return t('kind.miss', { request: key, target: target(rest.split('@')[0] ?? rest) });
    if (kind === 'charge') return `${t('kind.charge')}: ${key}`;
    return t(`kind.${kind}`, { month: formats.month(key) });
  };
}

interface Props {
  readonly statement: Statement;
  readonly line: Line;
}

/** What was said to a line, and what may still be said. */
export function StatementLine({ statement, line }: Props) {
  const t = useWords(monthWords);
  const common = useWords(commonWords);
  const can = useCan();
  const isMe = useIsMe();
  const { id } = useContract();
  const open = line.contests.find(({ decided }) => decided === null);
  const canContest =
    open === undefined &&
    statement.open &&
    can('contestStatement', 'POST /api/v1/contracts/:contract/statements/:period/contests');
  const canDecide =
    open !== undefined &&
    can('decideContest', 'POST /api/v1/contracts/:contract/statements/:period/decisions');
  return (
    <Flex vertical gap={4} align="flex-start">
      {line.contests.map(({ party, at, reason, decided }) => (
        <Flex key={at} vertical>
          <Danger>{t('contestedBy', { party: common(`party.${party}`), reason })}</Danger>
          {decided !== null && (
            <Secondary>{t(`decided.${decided.decision}`, { reason: decided.reason })}</Secondary>
          )}
        </Flex>
      ))}
      {line.heldOut && <Warning>{t('heldOut')}</Warning>}
      {canContest && <ContestDialog contract={id} statement={statement} line={line.line} />}
      {canDecide && (
        <DecideDialog contract={id} period={statement.period} line={line.line} isOwn={isMe(open.by)} />
      )}
    </Flex>
  );
}
