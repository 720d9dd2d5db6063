"use strict";
// Searches and sorts the table of students. Without it the table is whole, in the order of the list.
(() => {
  const form = document.querySelector("form.controls");
  const table = document.querySelector("table.class");
  const body = table.tBodies[0];
  const rows = Array.from(body.rows, row => ({
    row,
    text: row.textContent.toLowerCase(),
    statuses: row.dataset.status.split(" "),
  }));

  const filter = () => {
    const words = form.words.value.toLowerCase().split(/\s+/);
    const status = form.status.value;
    let shown = 0;
    for (const { row, text, statuses } of rows) {
      const fits = words.every(word => text.includes(word)) && (!status || statuses.includes(status));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    form.shown.textContent = shown + " of " + rows.length;
  };

  const value = (row, column, kind) => {
    const cell = row.cells[column];
    if (kind === "text") return (cell.querySelector("a") || cell).textContent;
    const number = parseFloat(cell.textContent);
    return Number.isNaN(number) ? -1 : number;
  };

  const sort = (head, column) => {
    const kind = head.dataset.sort;
    // Names begin at A; for numbers, who needs help comes first.
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const order = (a, b) => {
      const x = value(a, column, kind), y = value(b, column, kind);
      return kind === "text" ? x.localeCompare(y) : x - y;
    };
    const sorted = rows.map(each => each.row).sort((a, b) => (down ? -1 : 1) * order(a, b));
    body.append(...sorted);
  };

  Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
    if (!head.dataset.sort) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head, column));
    head.append(button);
  });
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
  filter();
})();
