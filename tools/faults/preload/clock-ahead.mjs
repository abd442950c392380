// Loaded before a process of the product: its clock goes an hour ahead.
const AHEAD_MILLISECONDS = 3_600_000;
const Real = globalThis.Date;

globalThis.Date = class extends Real {
  constructor(...words) {
    super(...(words.length === 0 ? [Real.now() + AHEAD_MILLISECONDS] : words));
  }

  static now() {
    return Real.now() + AHEAD_MILLISECONDS;
  }
};
