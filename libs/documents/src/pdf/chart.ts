import { textWidth } from '../glyphs.js';
import { type ChartBlock, type PaperLanguage } from '../paper.js';
import { chartValue, PRINTED_WORDS, type PrintedWords } from '../printed-words.js';
import { CONTENT_WIDTH, INK } from './style.js';

/** Each lighter than the one before, so that they are told apart in grey as well; the outline holds the lightest. */
const COLOURS = ['#1d3557', '#5b8fb9', '#b9d3e6', '#44546a', '#8497b0', '#e3e8ef'];
const AXIS_WIDTH = 40;
const PLOT_HEIGHT = 150;
/** Room above the plot for the label of the highest bar. */
const ABOVE = 25;
const LABEL_SIZE = 7.5;
const LINE_HEIGHT = 10;
/** The least width of a bar with its gap; more labels than that leaves room for go into a second row of bars. */
const LEAST_BAR = 7;

interface Scale {
  readonly bottom: number;
  readonly top: number;
  readonly step: number;
}

/** A chart as one picture in SVG for each row of bars, over the full width, in points. */
export function chartPictures(chart: ChartBlock, language: PaperLanguage): string[] {
  const words = PRINTED_WORDS[language];
  const scale = scaleOf(chart);
  const most = Math.max(
    1,
    Math.floor((CONTENT_WIDTH - AXIS_WIDTH) / Math.max(20, chart.series.length * LEAST_BAR + 6)),
  );
  const rows = Math.max(1, Math.ceil(chart.labels.length / most));
  const perRow = Math.ceil(chart.labels.length / rows);
  return Array.from({ length: rows }, (_, row) => picture(chart, row * perRow, perRow, scale, words));
}

function picture(chart: ChartBlock, from: number, count: number, scale: Scale, words: PrintedWords): string {
  const labels = chart.labels.slice(from, from + count);
  const slot = (CONTENT_WIDTH - AXIS_WIDTH) / Math.max(count, 1);
  const wrapped = labels.map((label) => wrap(label, slot - 4));
  const lines = Math.max(1, ...wrapped.map((label) => label.length));
  const names = legend(chart, words);
  const top = names.height + ABOVE;
  const height = top + PLOT_HEIGHT + 8 + lines * LINE_HEIGHT;
  const plot = [
    ...axis(scale),
    ...labels.flatMap((_, index) => bars(chart, from + index, AXIS_WIDTH + slot * index, slot, scale, words)),
    ...wrapped.flatMap((label, index) =>
      label.map((line, row) =>
        text(AXIS_WIDTH + slot * (index + 0.5), PLOT_HEIGHT + 12 + row * LINE_HEIGHT, line, 'middle'),
      ),
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${round(CONTENT_WIDTH)}" height="${round(height)}" font-family="Sans">${names.parts.join('')}<g transform="translate(0 ${round(top)})">${plot.join('')}</g></svg>`;
}

function bars(
  chart: ChartBlock,
  index: number,
  left: number,
  slot: number,
  scale: Scale,
  words: PrintedWords,
): string[] {
  const room = Math.min(slot * 0.8, chart.series.length * 34);
  const width = room / chart.series.length;
  const start = left + (slot - room) / 2;
  return chart.series.flatMap(({ values }, series) => {
    const value = values[index] ?? null;
    const label = chartValue(value, words);
    const x = start + width * series;
    const y = yOf(Math.max(value ?? 0, 0), scale);
    const zero = yOf(0, scale);
    const isTurned = textWidth('sans', label, LABEL_SIZE) > width + 1;
    const fill = COLOURS[series % COLOURS.length] ?? INK.text;
    const depth = value === null ? 0 : Math.abs(yOf(value, scale) - zero);
    const bar =
      value === null
        ? []
        : [
            `<rect x="${round(x + 0.75)}" y="${round(y)}" width="${round(width - 1.5)}" height="${round(depth)}" fill="${fill}" stroke="${INK.text}" stroke-width="0.3"/>`,
          ];
    return [...bar, valueLabel(x + width / 2, y - 3, label, isTurned, value === null)];
  });
}

function valueLabel(x: number, y: number, label: string, isTurned: boolean, isMissing: boolean): string {
  const colour = isMissing ? INK.grey : INK.text;
  if (!isTurned) return text(x, y, label, 'middle', colour);
  return `<g transform="translate(${round(x + 2.6)} ${round(y)}) rotate(-90)">${text(0, 0, label, 'start', colour)}</g>`;
}

function axis(scale: Scale): string[] {
  const parts: string[] = [];
  for (let step = 0; scale.bottom + step * scale.step <= scale.top + scale.step / 1000; step++) {
    const value = scale.bottom + step * scale.step;
    const y = yOf(value, scale);
    const isZero = Math.abs(value) < scale.step / 1000;
    parts.push(
      `<line x1="${AXIS_WIDTH}" y1="${round(y)}" x2="${round(CONTENT_WIDTH)}" y2="${round(y)}" stroke="${isZero ? INK.line : INK.hairline}" stroke-width="${isZero ? 0.8 : 0.35}"/>`,
      text(AXIS_WIDTH - 5, y + 2.6, String(Math.round(value * 1000) / 1000), 'end', INK.grey),
    );
  }
  return parts;
}

interface Legend {
  readonly parts: readonly string[];
  readonly height: number;
}

/** The unit, and behind it the series with their colours, on as many lines as they need. */
function legend(chart: ChartBlock, words: PrintedWords): Legend {
  const unit = chart.unit === '' ? '' : `${words.unit}${chart.unit}`;
  const parts = unit === '' ? [] : [text(0, 9, unit, 'start', INK.grey)];
  const start = unit === '' ? 0 : textWidth('sans', unit, LABEL_SIZE) + 24;
  let [x, y] = [start, 9];
  for (const [series, { name }] of chart.series.entries()) {
    const width = textWidth('sans', name, LABEL_SIZE) + 12;
    if (x > start && x + width > CONTENT_WIDTH) [x, y] = [start, y + 12];
    const fill = COLOURS[series % COLOURS.length] ?? INK.text;
    parts.push(
      `<rect x="${round(x)}" y="${y - 6.5}" width="8" height="7" fill="${fill}" stroke="${INK.text}" stroke-width="0.3"/>`,
      text(x + 12, y, name, 'start'),
    );
    x += width + 16;
  }
  return { parts, height: y };
}

function yOf(value: number, { bottom, top }: Scale): number {
  return PLOT_HEIGHT * (1 - (value - bottom) / (top - bottom));
}

/** Four to eight steps of 1, 2 or 5 times a power of ten, from 0 or the least value to the greatest. */
function scaleOf(chart: ChartBlock): Scale {
  const values = chart.series.flatMap(({ values }) => values.filter((value) => value !== null));
  const least = Math.min(0, ...values);
  const most = Math.max(chart.top ?? 0, ...values, least === 0 ? 0 : least);
  const range = most - least || 1;
  const magnitude = 10 ** Math.floor(Math.log10(range / 5));
  const step =
    [1, 2, 5, 10].map((factor) => factor * magnitude).find((step) => range / step <= 6) ?? magnitude * 10;
  const top = chart.top !== null && most === chart.top ? most : Math.ceil((most || 1) / step) * step;
  return { bottom: Math.floor(least / step) * step, top, step };
}

/** A label on as many lines as it needs in the width; broken between words where there are any, else anywhere. */
function wrap(label: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of label.split(/(?<=[ /-])|(?<=[\u3400-\u9fff])/u)) {
    for (const part of textWidth('sans', piece, LABEL_SIZE) > width ? [...piece] : [piece]) {
      if (line !== '' && textWidth('sans', (line + part).trimEnd(), LABEL_SIZE) > width) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += part;
    }
  }
  return [...lines, line.trimEnd()];
}

function text(
  x: number,
  y: number,
  content: string,
  anchor: 'start' | 'middle' | 'end',
  colour: string = INK.text,
): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${LABEL_SIZE}" text-anchor="${anchor}" fill="${colour}">${escape(content)}</text>`;
}

function escape(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
