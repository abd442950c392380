import { defineEntity, p } from '@mikro-orm/core';

/** Numbers without gaps per series: one row each, taken last in its transaction. */
export const NumberSeries = defineEntity({
  name: 'NumberSeries',
  tableName: 'number_series',
  properties: {
    series: p.string().primary().columnType('text'),
    last: p.integer(),
  },
});
