import { type Phrases } from './saying.js';

/** What cannot be printed or written to a workbook, and amounts and ratios that do not say the same. */
export const paperPhrases: Phrases = {
  '"{figures}" is no amount': '“{figures}”不是金额',
  '"{capitals}" says no amount': '“{capitals}”不是大写金额',
  'says "{text}": {figures} in figures, {capitals} in capitals':
    '“{text}”中小写为 {figures}，大写为 {capitals}',
  'figures and capitals must say the same amount': '大写金额与小写金额必须一致',
  'allowed are amounts in capitals by the rules on filling in bills, 人民币贰万元整':
    '应为符合票据填写规定的大写金额，例如人民币贰万元整',
  'says "{text}": no amount in figures, {capitals} in capitals': '“{text}”中小写不是金额，大写为 {capitals}',
  'says {value}': '给出的是 {value}',
  'says "{text}"': '给出的是“{text}”',
  'words and figures must say the same ratio': '大写比率与数字比率必须一致',
  'character {character} cannot be printed': '字符 {character} 无法打印',
  'allowed are the characters of {font}': '应为字体 {font} 所含的字符',
  'allowed are the characters of {font} and line breaks': '应为字体 {font} 所含的字符和换行',
  'one column at least': '至少一列',
  'one label at least': '至少一个标签',
  'one series at least': '至少一个系列',
  'one sheet at least': '至少一个工作表',
  'a cell for each of the {count} columns': '{count} 列各须一个单元格',
  'a value or null for each of the {count} labels': '{count} 个标签各须一个值或空值',
  'at most {count} within a chart': '图表中至多 {count} 个',
  '"{text}" cannot be kept in a cell': '“{text}”无法存入单元格',
  'up to {count} characters, line breaks but no other control characters':
    '至多 {count} 个字符，可含换行，不得含其他控制字符',
  'each sheet has a name of its own': '各工作表的名称不得重复',
  '1 to {count} characters, none of \\ / ? * [ ] :': '应为 1 至 {count} 个字符，不得含 \\ / ? * [ ] :',
};
