import { type Instant } from '../time/instant.js';
import { type WorkCalendar } from '../time/calendar.js';

/** A stretch of time in which a clock runs; `to` is null while it still does. */
export interface Run {
  readonly from: Instant;
  readonly to: Instant | null;
}

/**
 * A stretch of a deadline's proof. The counted ones sum to the target, to the second; where the ends of working days
 * are counted, each counted one is a day and ends when the day does.
 */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  readonly counted: boolean;
  /** `running` and not counted: the clock ran, but was stopped before the working day ended. */
  readonly why: 'running' | 'stopped' | 'dayOff' | 'offShift' | 'maintenance' | 'firstDay';
}

/** When a target is due, and the segments that prove it. `dueAt` is null while the clock stands still. */
export interface Reckoning {
  readonly dueAt: Instant | null;
  /** The count reaches a year whose calendar is not published yet. */
  readonly provisional: boolean;
  readonly segments: readonly Segment[];
}

/** Where working days are looked up. `zone` is the contract's; a calendar may have one of its own. */
export interface DayBook {
  readonly calendar: WorkCalendar;
  readonly zone: string;
}

/** Collects the segments of a reckoning in order. */
export class Tape {
  provisional = false;
  private readonly segments: Segment[] = [];

  /** Adds a stretch, joined with the one before where both are alike; nothing where it is empty. */
  add(from: Instant, to: Instant, counted: boolean, why: Segment['why']): void {
    if (from === to) return;
    const last = this.segments.at(-1);
    const joins = last?.to === from && last.why === why && last.counted === counted;
    if (joins) this.segments[this.segments.length - 1] = { ...last, to };
    else this.segments.push({ from, to, counted, why });
  }

  /** Adds a counted day, which stays a segment of its own. */
  addDay(from: Instant, closing: Instant): void {
    this.segments.push({ from, to: closing, counted: true, why: 'running' });
  }

  /** The clock stood still since the last segment. */
  stopUntil(at: Instant): void {
    const last = this.segments.at(-1);
    if (last && last.to < at) this.add(last.to, at, false, 'stopped');
  }

  reckoning(dueAt: Instant | null): Reckoning {
    return { dueAt, provisional: dueAt !== null && this.provisional, segments: this.segments };
  }
}
