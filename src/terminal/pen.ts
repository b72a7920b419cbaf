import { type Look, PLAIN, wayTo } from './looks.ts';

/** Gathers what a terminal is to be written, and knows where and in which look it writes. */
export class Pen {
  #written = '';
  #look: Look = PLAIN;
  #row = -1;
  /** -1 where only an absolute move is certain: behind the last column, or behind what may be of another width. */
  #column = -1;
  readonly #columns: number;

  /** @param columns of the terminal */
  constructor(columns: number) {
    this.#columns = columns;
  }

  /** Moves to a cell, counted from 0. */
  to(row: number, column: number): void {
    if (row === this.#row && column === this.#column) return;
    if (row !== this.#row || this.#column < 0) this.#write(column === 0 ? `${row + 1}H` : `${row + 1};${column + 1}H`);
    else if (column > this.#column) {
      const by = column - this.#column;
      this.#write(by === 1 ? 'C' : `${by}C`);
    } else this.#write(column === 0 ? 'G' : `${column + 1}G`);
    this.#row = row;
    this.#column = column;
  }

  /** Writes text that takes so many columns. */
  put(text: string, look: Look, columns: number): void {
    this.#in(look);
    this.#written += text;
    this.#column += columns;
    if (this.#column >= this.#columns) this.#column = -1;
  }

  /** What was written last may be of another width here: the next column is told. */
  unsure(): void {
    const column = this.#column;
    if (column < 0) return;
    this.#write(`${column + 1}G`);
  }

  /** Empties so many columns from here on; stays here. */
  erase(columns: number): void {
    this.#in(PLAIN);
    this.#write(columns === 1 ? 'X' : `${columns}X`);
  }

  /** Empties the row from here on; stays here. */
  eraseRow(): void {
    this.#in(PLAIN);
    this.#write('K');
  }

  /** Empties the screen from here on; stays here. */
  eraseBelow(): void {
    this.#in(PLAIN);
    this.#write('J');
  }

  /** All that was written; the terminal writes in its own look again. */
  done(): string {
    this.#in(PLAIN);
    return this.#written;
  }

  #in(look: Look): void {
    this.#written += wayTo(this.#look, look);
    this.#look = look;
  }

  #write(sequence: string): void {
    this.#written += `\u001b[${sequence}`;
  }
}
