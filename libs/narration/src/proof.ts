import { type Finding, type ProofCheck, type ProofReport } from '#proof/report';
import { type Sentence } from './words.js';

type Language = keyof Sentence;

/** So many notes of a check are told; the report as data has all of them. */
const MOST_NOTES = 8;

interface ProofGrammar {
  head(report: ProofReport): string;
  tried(report: ProofReport): string;
  check(check: ProofCheck): string;
  failures(count: number): string;
  notes(count: number): string;
  readonly note: string;
  verdict(report: ProofReport): string;
}

/** A proof report as lines to read: what was tried, each check, its counter-examples and notes, the verdict. */
export function proofLines(report: ProofReport, language: Language): string[] {
  const grammar = GRAMMARS[language];
  return [
    grammar.head(report),
    grammar.tried(report),
    '',
    ...report.checks.flatMap((check) => checkLines(check, grammar, language)),
    '',
    grammar.verdict(report),
  ];
}

function checkLines(check: ProofCheck, grammar: ProofGrammar, language: Language): string[] {
  const { passed, failures, counterExamples, notes } = check;
  const told = (finding: Finding): string => finding.sentence[language];
  const unshown = failures - counterExamples.length;
  return [
    `${passed ? 'ok  ' : 'FAIL'}  ${grammar.check(check)}`,
    ...counterExamples.map((finding) => `      ✗ ${told(finding)}`),
    ...(unshown > 0 ? [`        ${grammar.failures(unshown)}`] : []),
    ...notes.slice(0, MOST_NOTES).map((finding) => `      ${grammar.note}${told(finding)}`),
    ...(notes.length > MOST_NOTES ? [`        ${grammar.notes(notes.length - MOST_NOTES)}`] : []),
  ];
}

const failed = ({ checks }: ProofReport): number => checks.filter(({ passed }) => !passed).length;
const notesOf = ({ checks }: ProofReport): number => checks.reduce((sum, { notes }) => sum + notes.length, 0);

const GRAMMARS: Readonly<Record<Language, ProofGrammar>> = {
  en: {
    head: ({ template, law }) => `${template.id} ${template.version} (${template.hash}), by ${law}`,
    tried: ({ parameterSets: { sets, refused, varied } }) => {
      const all = sets.base + sets.changed + sets.paired;
      const names = Object.keys(varied).length;
      const kinds = `${sets.base} at the defaults, ${sets.changed} with one value changed, ${sets.paired} for any two values together`;
      return `Tried: ${all} contracts (${kinds}) over ${names} parameters; ${refused} more cannot be made.`;
    },
    check: ({ id, title, clause, cases }) =>
      `${id}${clause === undefined ? '' : ` (clause ${clause})`}: ${title.en} (${cases} cases)`,
    failures: (count) => `and ${count} more`,
    notes: (count) => `and ${count} more notes (--json shows all)`,
    note: 'note: ',
    verdict: (report) =>
      report.passed
        ? `Proved: ${report.checks.length} checks hold; ${notesOf(report)} notes.`
        : `Not proved: ${failed(report)} of ${report.checks.length} checks fail; ${notesOf(report)} notes.`,
  },
  'zh-CN': {
    head: ({ template, law }) => `${template.id} ${template.version}（${template.hash}），依 ${law}`,
    tried: ({ parameterSets: { sets, refused, varied } }) => {
      const all = sets.base + sets.changed + sets.paired;
      const names = Object.keys(varied).length;
      const kinds = `默认参数 ${sets.base} 份，改动一项 ${sets.changed} 份，任意两值同时出现 ${sets.paired} 份`;
      return `共试验 ${all} 份合同（${kinds}），涉及 ${names} 项参数；另有 ${refused} 种组合不能订立合同。`;
    },
    check: ({ id, title, clause, cases }) =>
      `${id}${clause === undefined ? '' : `（第 ${clause} 条）`}：${title['zh-CN']}（${cases} 种情形）`,
    failures: (count) => `另有 ${count} 例`,
    notes: (count) => `另有 ${count} 条提示（用 --json 查看全部）`,
    note: '提示：',
    verdict: (report) =>
      report.passed
        ? `证明通过：${report.checks.length} 项检查均成立；提示 ${notesOf(report)} 条。`
        : `证明未通过：${report.checks.length} 项检查中有 ${failed(report)} 项不成立；提示 ${notesOf(report)} 条。`,
  },
};
