import { type KeyboardEvent } from 'react';

/** Where a cell of a grid stands; `data-cell` of the element around its field. */
export function cellName(row: number, column: number): string {
  return `${row}:${column}`;
}

/**
 * Arrows between the cells of a grid: up and down from anywhere, left and right at the ends of what is typed, Enter down.
 * An open list of choices has the keys for itself; Alt and an arrow opens it.
 */
export function moveByKeys(event: KeyboardEvent<HTMLElement>): void {
  const { target, key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!(target instanceof HTMLInputElement) || altKey || ctrlKey || metaKey || shiftKey) return;
  if (target.getAttribute('aria-expanded') === 'true') return;
  const step = stepOf(key, target);
  const [row, column] = (target.closest('[data-cell]')?.getAttribute('data-cell') ?? '')
    .split(':')
    .map(Number);
  if (!step || row === undefined || column === undefined) return;
  const next = cellName(row + step[0], column + step[1]);
  const field = event.currentTarget.querySelector<HTMLInputElement>(`[data-cell="${next}"] input`);
  if (!field) return;
  event.preventDefault();
  event.stopPropagation();
  field.focus();
  field.select();
}

function stepOf(
  key: string,
  { selectionStart, selectionEnd, value }: HTMLInputElement,
): [number, number] | null {
  if (key === 'ArrowUp') return [-1, 0];
  if (key === 'ArrowDown' || key === 'Enter') return [1, 0];
  if (key === 'ArrowLeft' && selectionStart === 0) return [0, -1];
  if (key === 'ArrowRight' && selectionEnd === value.length) return [0, 1];
  return null;
}
