import { nextTargetDeadline, type IncidentState } from '#domain/incident/state';
import { type Instant } from '#domain/time/instant';

interface Due {
  readonly at: Instant;
  readonly request: string;
}

/**
 * The requests of a contract with the nearest deadline in front, by instant, then by name. A heap, as a contract may
 * have many thousand requests; entries that a later state made untrue are skipped when they come up.
 */
export class DeadlineQueue {
  private readonly states = new Map<string, IncidentState>();
  private readonly heap: Due[] = [];
  private readonly queued = new Map<string, Instant>();

  get(request: string): IncidentState | undefined {
    return this.states.get(request);
  }

  /** In the order in which they were put on record. */
  all(): IncidentState[] {
    return [...this.states.values()];
  }

  put(state: IncidentState): void {
    this.states.set(state.request, state);
    const at = nextTargetDeadline(state);
    if (at === null || this.queued.get(state.request) === at) return;
    this.queued.set(state.request, at);
    this.push({ at, request: state.request });
  }

  /** The request whose deadline comes first; null when none has one ahead. */
  first(): { readonly at: Instant; readonly state: IncidentState } | null {
    for (;;) {
      const top = this.heap[0];
      if (top === undefined) return null;
      const state = this.states.get(top.request);
      if (state && nextTargetDeadline(state) === top.at) return { at: top.at, state };
      this.pop();
      if (this.queued.get(top.request) === top.at) this.queued.delete(top.request);
    }
  }

  private push(due: Due): void {
    const { heap } = this;
    let index = heap.push(due) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !comesBefore(due, above)) break;
      heap[index] = above;
      index = parent;
    }
    heap[index] = due;
  }

  private pop(): void {
    const { heap } = this;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const child = this.smallerChild(index);
      const below = heap[child];
      if (below === undefined || !comesBefore(below, last)) break;
      heap[index] = below;
      index = child;
    }
    heap[index] = last;
  }

  private smallerChild(index: number): number {
    const [left, right] = [this.heap[2 * index + 1], this.heap[2 * index + 2]];
    return left !== undefined && right !== undefined && comesBefore(right, left)
      ? 2 * index + 2
      : 2 * index + 1;
  }
}

function comesBefore(a: Due, b: Due): boolean {
  return a.at < b.at || (a.at === b.at && a.request < b.request);
}
