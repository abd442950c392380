import { type Hand, type Job } from './hands.js';
import { type ContractOutcome } from './tester.js';

/** Gives each contract to a hand that is free; more than there are hands wait their turn. */
export class Pool {
  private readonly free: Hand[];
  private readonly waiting: ((hand: Hand) => void)[] = [];

  constructor(private readonly hands: readonly Hand[]) {
    this.free = [...hands];
  }

  async test(contract: string, job: Job): Promise<ContractOutcome> {
    const hand = await this.take();
    try {
      return await hand.test(contract, job);
    } finally {
      this.giveBack(hand);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.hands.map((hand) => hand.close()));
  }

  private take(): Promise<Hand> | Hand {
    const hand = this.free.pop();
    return hand ?? new Promise((resolve) => this.waiting.push(resolve));
  }

  private giveBack(hand: Hand): void {
    const next = this.waiting.shift();
    if (next) next(hand);
    else this.free.push(hand);
  }
}
