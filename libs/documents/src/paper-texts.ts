import { joinPath } from '#domain/fault';
import { type Face } from './fonts.js';
import { type Block, type Paper } from './paper.js';

/** One string of a paper: where it stands, and in which face it is printed. */
export interface PaperText {
  readonly path: string;
  readonly text: string;
  readonly face: Face;
  /** Whether it may have several lines. */
  readonly isText: boolean;
}

/** Every string of a paper that gets printed. */
export function paperTexts(paper: Paper): PaperText[] {
  return [
    line('title', paper.title, 'sansBold'),
    ...(paper.subtitle === null ? [] : [line('subtitle', paper.subtitle, 'sans')]),
    line('number', paper.number, 'sans'),
    ...(paper.watermark === null ? [] : [line('watermark', paper.watermark, 'sansBold')]),
    ...paper.body.flatMap((block, index) => blockTexts(block, joinPath('body', index))),
  ];
}

function blockTexts(block: Block, path: string): PaperText[] {
  const at = (...parts: readonly PropertyKey[]): string => joinPath(path, ...parts);
  switch (block.type) {
    case 'heading':
      return [
        ...(block.number === null ? [] : [line(at('number'), block.number, 'sansBold')]),
        line(at('text'), block.text, 'sansBold'),
      ];
    case 'paragraph':
      return [text(at('text'), block.text, block.style === 'lead' ? 'sansBold' : 'serif')];
    case 'list':
      return block.items.map((item, index) => text(at('items', index), item, 'serif'));
    case 'facts':
      return rowTexts(block.rows, at('rows'), 'sans');
    case 'table':
      return [
        ...(block.caption === null ? [] : [line(at('caption'), block.caption, 'sansBold')]),
        ...block.columns.map(({ title }, index) => text(at('columns', index, 'title'), title, 'sansBold')),
        ...rowTexts(block.rows, at('rows'), 'sans'),
        ...(block.total ?? []).map((cell, index) => text(at('total', index), cell, 'sansBold')),
        text(at('empty'), block.empty, 'sans'),
      ];
    case 'chart':
      return [
        line(at('caption'), block.caption, 'sansBold'),
        ...block.labels.map((label, index) => line(at('labels', index), label, 'sans')),
        ...block.series.map(({ name }, index) => line(at('series', index, 'name'), name, 'sans')),
        line(at('unit'), block.unit, 'sans'),
      ];
    case 'parties':
      return (['client', 'provider'] as const).flatMap((role) => [
        ...partyTexts(block[role], at(role)),
        ...rowTexts(block[role].rows, at(role, 'rows'), 'sans'),
      ]);
    case 'signatures':
      return block.panels.flatMap((panel, index) => [
        ...partyTexts(panel, at('panels', index)),
        ...panel.signers.flatMap((signer, row) => [
          line(at('panels', index, 'signers', row, 'name'), signer.name, 'sans'),
          line(at('panels', index, 'signers', row, 'title'), signer.title, 'sans'),
          ...(signer.signedAt === null
            ? []
            : [line(at('panels', index, 'signers', row, 'signedAt'), signer.signedAt, 'sans')]),
        ]),
      ]);
    case 'amount':
      return [
        text(at('label'), block.label, 'sansBold'),
        line(at('figures'), block.figures, 'sansBold'),
        line(at('capitals'), block.capitals, 'sans'),
      ];
    case 'pageBreak':
      return [];
  }
}

function partyTexts(
  { role, name }: { readonly role: string; readonly name: string },
  path: string,
): PaperText[] {
  return [line(joinPath(path, 'role'), role, 'sans'), line(joinPath(path, 'name'), name, 'sansBold')];
}

function rowTexts(rows: readonly (readonly string[])[], path: string, face: Face): PaperText[] {
  return rows.flatMap((row, index) =>
    row.map((cell, column) => text(joinPath(path, index, column), cell, face)),
  );
}

function text(path: string, text: string, face: Face): PaperText {
  return { path, text, face, isText: true };
}

function line(path: string, text: string, face: Face): PaperText {
  return { path, text, face, isText: false };
}
