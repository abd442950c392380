interface Place {
  inside: number;
  readonly waiting: (() => void)[];
}

/** Lets only so many through at once under one name; the others wait, in the order in which they came. */
export class Gate {
  private readonly places = new Map<string, Place>();

  constructor(private readonly most: number) {}

  async through<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
    const place = this.places.get(name) ?? { inside: 0, waiting: [] };
    this.places.set(name, place);
    if (place.inside < this.most) place.inside += 1;
    // Whoever leaves gives its place on: `inside` stays as it is.
    else await new Promise<void>((enter) => place.waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = place.waiting.shift();
      if (next) next();
      else place.inside -= 1;
      if (place.inside === 0) this.places.delete(name);
    }
  }
}
