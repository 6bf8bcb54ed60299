// Where the characters of a typed line lie on a terminal that is `columns` wide.

import {cellWidth} from '../base/text';

export interface Place {
  readonly row: number;
  readonly column: number;
}

// Returns the place after the first `count` characters, from a start in row 0.
export function placeAfter(text: string, count: number, startColumn: number, columns: number): Place {
  let row = 0;
  let column = startColumn;
  for (const char of [...text].slice(0, count)) {
    const width = cellWidth(char);
    if (column + width > columns) {
      row++;
      column = 0;
    }
    column += width;
  }
  return column >= columns ? {row: row + 1, column: 0} : {row, column};
}
