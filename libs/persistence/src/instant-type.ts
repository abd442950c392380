import { Type } from '@mikro-orm/core';
import { fromSeconds, type Instant } from '#domain/time/instant';

/** `timestamptz(0)` in the database, an ISO instant with whole seconds in the program. */
export class InstantType extends Type<Instant, string> {
  override convertToJSValue(value: string | Date): Instant {
    const milliseconds = value instanceof Date ? value.getTime() : Date.parse(value);
    return fromSeconds(milliseconds / 1000);
  }

  override getColumnType(): string {
    return 'timestamptz(0)';
  }

  override compareAsType(): string {
    return 'string';
  }
}
