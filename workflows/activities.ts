import { type Standpoint, type Turn } from '#domain/command';

/** What the workflows need done. One turn is one transaction; taking it twice is the same as once. */
export interface Activities {
  takeTurn(turn: Turn): Promise<Standpoint>;
}
