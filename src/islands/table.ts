/**
 * Sorts and filters the tables that are marked with `data-explore`. Without it they are whole tables all the same.
 */
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: 'base' });

/** What a cell is sorted by: a number it carries, or its words. */
function valueOf(row: HTMLTableRowElement, column: number): number | string {
  const cell = row.cells[column];
  const carried = cell?.dataset['value'];
  if (carried !== undefined && carried !== '' && !Number.isNaN(Number(carried))) return Number(carried);
  return carried ?? cell?.textContent.trim() ?? '';
}

function order(a: number | string, b: number | string): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

function explore(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const head = table.tHead?.rows[0];
  if (!body || !head) return;
  const rows = [...body.rows];
  const headers = [...head.cells];
  headers.forEach((header, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener('click', () => {
      const descending = header.getAttribute('aria-sort') === 'ascending';
      for (const other of headers) other.removeAttribute('aria-sort');
      header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      rows.sort((a, b) => order(valueOf(a, column), valueOf(b, column)) * (descending ? -1 : 1));
      body.append(...rows);
    });
  });
  const form = document.querySelector<HTMLFormElement>(`form[data-for="${table.id}"]`);
  const status = document.querySelector<HTMLElement>(`[data-count="${table.id}"]`);
  if (!form || !status) return;
  form.hidden = false;
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const texts = rows.map((row) => plain(row.textContent));
  const all = status.dataset['all'] ?? '';
  const some = status.dataset['some'] ?? '';
  const filter = (): void => {
    const typed = new FormData(form).get('words');
    const words = plain(typeof typed === 'string' ? typed : '')
      .split(/\s+/)
      .filter(Boolean);
    const choices = [...form.querySelectorAll('select')].filter(({ value }) => value !== '');
    let shown = 0;
    rows.forEach((row, i) => {
      const matches =
        words.every((word) => texts[i]!.includes(word)) &&
        choices.every(({ name, value }) => (row.dataset[name] ?? '').split(' ').includes(value));
      row.hidden = !matches;
      if (matches) shown++;
    });
    status.textContent = shown === rows.length ? all : some.replace('%', String(shown));
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
}

for (const table of document.querySelectorAll<HTMLTableElement>('table[data-explore]')) explore(table);
