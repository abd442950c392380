import { lineWord } from './words.js';

/** How a line of a statement is called in a sentence. Pure. */
it.each([
  ['miss/R-03/response@2025-03-06T01:15:00Z', 'R-03 响应未达标', 'the miss of the response of R-03'],
  ['invoice/2025-03/fee', '服务费', 'the fee'],
  ['invoice/2025-03/credit', '抵扣', 'the credit'],
  ['charge/serviceCredit/2025-03@2025-04-01T00:00:00Z', null, null],
])('%s is %s', (line, chinese, english) => {
  expect(lineWord(line)).toEqual({ 'zh-CN': chinese ?? line, en: english ?? line });
});
