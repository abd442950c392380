import { standingPenalty } from '#domain/contract/account';
import { endOfDay } from '#domain/contract/due-days';
import { assessMonths, exercisableRight } from '#domain/contract/months';
import { type ContractState } from '#domain/contract/state';
import { formatYuan } from '#domain/money/fen';
import { type Terms } from '#domain/terms';
import { addDays } from '#domain/time/dates';
import { type Instant } from '#domain/time/instant';
import { dateIn } from '#domain/time/zone';
import { terminationNotice } from '#narration/termination-notice';
import { asOf, type KnownContract } from '../contracts/contract-reader.js';
import { type TerminationOut } from './termination-schemas.js';

/** Every way in which a contract can end, and how near each is (clause 2.6). */
export function terminationView(known: KnownContract): TerminationOut {
  const { row, terms } = known;
  const { state } = row;
  const at = asOf(known);
  return {
    contract: row.id,
    clause: terms.termination.clause,
    tracker: trackerView(terms, state),
    rights: state.rights.map(
      ({ ground, obligation, periods, arisenAt, lapsesAt, exercisedAt, waivedAt }, index) => ({
        ground,
        obligation,
        periods: [...periods],
        arisenAt,
        lapsesAt,
        exercisedAt,
        waivedAt,
        exercisable: state.end === null && exercisableRight(state.rights, at) === state.rights[index],
      }),
    ),
    notice: noticeText(known, at),
    withoutGround: state.end === null ? withoutGround(terms, at) : null,
    given: state.notice && { ...state.notice },
    agreements: state.agreements.map(({ id, effectiveAt, reason, status }) => {
      return { agreement: id, effectiveAt, reason, status };
    }),
    endsAt: state.end?.at ?? state.earlyEndAt ?? terms.endsAt,
  };
}

/** The failed months in a row up to now, with what decides each of them. */
function trackerView(terms: Terms, state: ContractState): TerminationOut['tracker'] {
  const months = assessMonths(terms, state);
  const streak = months.at(-1)?.streak ?? 0;
  const failed = streak === 0 ? [] : months.filter(({ failed: has }) => has).slice(-streak);
  return {
    failedMonthsNeeded: terms.termination.failedMonths,
    streak,
    months: failed.map(({ period }) => ({
      period,
      misses: state.misses
        .filter((miss) => miss.period === period && miss.counted && !miss.waiver && !miss.annulledAt)
        .map((miss) => {
          const { request, target, at } = miss;
          return { request, target, at, penalty: formatYuan(standingPenalty(miss)) };
        }),
    })),
  };
}

function noticeText({ row, terms }: KnownContract, at: Instant): TerminationOut['notice'] {
  const right = row.state.end === null ? exercisableRight(row.state.rights, at) : undefined;
  if (!right) return null;
  const { clause, noticeDays } = terms.termination;
  const { client, provider } = row.parties;
  return terminationNotice({
    contract: row.id,
    clause,
    client: client['fullName'] ?? '',
    provider: provider['fullName'] ?? '',
    zone: terms.zone,
    noticeDays,
    right,
  });
}

function withoutGround({ termination, zone }: Terms, at: Instant): TerminationOut['withoutGround'] {
  const { notice } = termination;
  if (!notice) return null;
  const { by, days } = notice;
  return { by, days, endsAtIfNow: endOfDay(addDays(dateIn(at, zone), days), zone) };
}
