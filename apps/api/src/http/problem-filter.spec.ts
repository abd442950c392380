import { Logger } from '@nestjs/common';
import { ProblemFilter } from './problem-filter.js';
import { type ProblemDocument } from './problem.js';

class OpenFilter extends ProblemFilter {
  of(error: unknown): ProblemDocument {
    return this.documentOf(error);
  }
}

describe('an error of the database', () => {
  const filter = new OpenFilter();

  beforeAll(() => Logger.overrideLogger(false));

  const withCode = (code: string): Error => Object.assign(new Error('no details'), { code });

  it.each([
    ['25006', 'it takes no writes'],
    ['53100', 'its disk is full'],
    ['53300', 'it has no connection left'],
    ['57P01', 'it is stopping'],
    ['57P05', 'it has ended an idle session'],
    ['58030', 'its disk cannot be read'],
    ['ECONNREFUSED', 'it is not there'],
  ])('%s is answered 503: %s', (code) => {
    expect(filter.of(withCode(code))).toMatchObject({ status: 503, code: 'unavailable' });
    // Through the ORM it comes as the cause.
    expect(filter.of(new Error('by the ORM', { cause: withCode(code) }))).toMatchObject({ status: 503 });
  });

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
  ])('%s, which has no code, is answered 503', (message) => {
    expect(filter.of(new Error(message))).toMatchObject({ status: 503 });
    expect(filter.of(new Error('by the ORM', { cause: new Error(message) }))).toMatchObject({ status: 503 });
  });

  it.each(['23505', '42601', '22001'])('%s is ours, and answered 500', (code) => {
    expect(filter.of(withCode(code))).toMatchObject({ status: 500, code: 'internalError' });
  });
});
