/* Filters and sorts the indexes of decisions on a page, and says how far away review dates are.
 *
 * Without it an index is complete, in the order that its author chose. Its words stand on the page, where they are
 * translated. What a reader chooses stands in the address: adr-filter …; adr2-filter … for the second index.
 */
(() => {
  "use strict";

  const make = (tag, attributes, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  let language;
  try {
    [language] = Intl.getCanonicalLocales(document.documentElement.lang || []);
  } catch { /* the browser's own */ }
  const { compare } = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
  /* Letters without their accents, in lower case. */
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const listed = (text) => (text ? text.split(",") : []);

  function enhance(view, position) {
    const words = view.dataset;
    const key = (name) => `adr${position ? position + 1 : ""}-${name}`;
    let entries = Array.from(view.querySelectorAll("[data-req]"), (row) => ({
      row,
      box: row.closest(".adr-view > *"),
      decision: row.dataset.decision ?? row,
      status: row.dataset.status,
      tag: listed(row.dataset.tag),
      req: listed(row.dataset.req),
    }));
    const boxes = new Set(entries.map((entry) => entry.box));
    const total = new Set(entries.map((entry) => entry.decision)).size;

    /* -- Controls -- */

    const summary = view.querySelector(".adr-summary");
    const badges = [...summary.querySelectorAll("[data-status]")];
    const statuses = badges.length < 2 ? [] : badges.map((badge) => {
      const button = make("button", { type: "button", class: badge.className, "aria-pressed": "false" });
      button.dataset.status = badge.dataset.status;
      button.append(...badge.childNodes);
      badge.replaceWith(button);
      return button;
    });
    if (statuses.length) {
      summary.setAttribute("role", "group");
      summary.setAttribute("aria-label", words.adrStatus);
    }
    const labelled = (text, control) => make("label", {}, make("span", { class: "adr-muted" }, text), control);
    const search = make("input", { type: "search", autocomplete: "off" });
    const selects = {};
    const count = make("span", { class: "adr-muted", role: "status", "aria-live": "polite" });
    const reset = make("button", { type: "button" }, words.adrReset);
    const tools = make("div", { class: "adr-ui adr-tools", role: "group", "aria-label": words.adrFilter });
    tools.append(labelled(words.adrFilter, search));
    for (const [facet, word] of [["tag", words.adrTag], ["req", words.adrRequirement]]) {
      const values = [...new Set(entries.flatMap((entry) => entry[facet]))].sort(compare);
      if (!values.length) continue;
      const options = values.map((value) => make("option", { value }, value));
      selects[facet] = make("select", { autocomplete: "off" }, make("option", { value: "" }, words.adrAny), ...options);
      tools.append(labelled(word, selects[facet]));
    }
    tools.append(count, reset);
    summary.after(tools);

    /* -- Many rows: the first change at once, the others a few in each frame -- */

    const tasks = new Map();
    function proceed(count) {
      for (const [name, task] of tasks) {
        for (let left = count; left > 0; left -= 1) {
          if (!task.next().done) continue;
          tasks.delete(name);
          break;
        }
      }
      return tasks.size;
    }
    const soon = () => requestAnimationFrame(() => setTimeout(() => proceed(80) && soon()));
    /* Takes the place of an earlier task of that name. */
    function start(name, task) {
      const isIdle = !tasks.size;
      tasks.set(name, task);
      if (proceed(80) && isIdle) soon();
    }
    addEventListener("beforeprint", () => proceed(Infinity));

    function* reveal(rows) {
      for (const row of rows) {
        row.hidden = false;
        yield;
      }
    }

    /* What is in sight below the heads is right at once. */
    function* arrange(lists) {
      const few = Math.ceil(80 / lists.length);
      for (const rows of lists) rows[0].parentNode.prepend(...rows.filter((row) => !row.hidden).slice(0, few));
      for (const rows of lists) {
        let next = rows[0].parentNode.firstElementChild;
        for (const row of rows) {
          if (row === next) next = next.nextElementSibling;
          else row.parentNode.insertBefore(row, next);
          yield;
        }
      }
    }

    /* -- Filters -- */

    const isOn = (button) => button.getAttribute("aria-pressed") === "true";
    const press = (button, on) => button.setAttribute("aria-pressed", String(on));
    const read = (entry) =>
      (entry.text ??= plain([entry.row.textContent, ...entry.tag, ...entry.req].join(" ")));

    /* Reads only what was noted, then writes only what changes: the browser lays out the page once. */
    function filter() {
      const wanted = plain(search.value).split(/\s+/).filter(Boolean);
      const pressed = statuses.filter(isOn).map((button) => button.dataset.status);
      const chosen = Object.entries(selects).filter(([, select]) => select.value);
      const shown = new Set();
      const open = new Set();
      const fresh = [];
      for (const entry of entries) {
        const fits = (!pressed.length || pressed.includes(entry.status))
          && chosen.every(([facet, select]) => entry[facet].includes(select.value))
          && wanted.every((word) => read(entry).includes(word));
        if (fits) {
          if (entry.row.hidden) fresh.push(entry.row);
          shown.add(entry.decision);
          open.add(entry.box);
        } else if (!entry.row.hidden) entry.row.hidden = true;
      }
      for (const box of boxes) {
        box.hidden = !open.has(box);
        if (box.previousElementSibling.matches(".adr-group")) box.previousElementSibling.hidden = box.hidden;
      }
      start("reveal", reveal(fresh));
      count.textContent = words.adrCount.replace("{shown}", shown.size).replace("{total}", total);
      reset.hidden = !(wanted.length || pressed.length || chosen.length);
    }

    /* -- Order -- */

    const tables = Array.from(view.querySelectorAll("table"), (table) => ({
      heads: [...table.tHead.rows[0].cells],
      rows: [...table.tBodies[0].rows],
      texts: {},
    }));
    const first = view.querySelector("th[aria-sort]");
    const authored = first && { column: first.dataset.column, order: first.getAttribute("aria-sort") };
    let order = authored;

    const isSame = (one, other) => one?.column === other?.column && one?.order === other?.order;
    function sort(to) {
      if (isSame(to, order)) return;
      order = to;
      const lists = tables.map(({ heads, rows, texts }) => {
        for (const head of heads) {
          if (head.dataset.column === to?.column) head.setAttribute("aria-sort", to.order);
          else head.removeAttribute("aria-sort");
        }
        if (isSame(to, authored)) return rows;
        const cell = heads.findIndex((head) => head.dataset.column === to.column);
        texts[cell] ??= rows.map((row) => [row.cells[cell].textContent.trim(), row]);
        const way = to.order === "descending" ? -1 : 1;
        /* What is absent comes last, whichever way. */
        return [...texts[cell]].sort(([a], [b]) => !a - !b || way * compare(a, b)).map(([, row]) => row);
      });
      const known = new Map(entries.map((entry) => [entry.row, entry]));
      entries = lists.flat().map((row) => known.get(row));
      start("arrange", arrange(lists));
    }

    function next(column) {
      if (order?.column !== column) return { column, order: "ascending" };
      if (order.order === "ascending") return { column, order: "descending" };
      return authored?.column === column ? { column, order: "ascending" } : authored;
    }

    for (const head of tables.flatMap((table) => table.heads)) {
      const button = make("button", { type: "button", class: "adr-sort" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        sort(next(head.dataset.column));
        save();
      });
    }

    /* -- The address -- */

    function save() {
      const query = new URLSearchParams(location.search);
      const put = (name, value) => (value ? query.set(key(name), value) : query.delete(key(name)));
      put("filter", search.value.trim());
      for (const [facet, select] of Object.entries(selects)) put(facet, select.value);
      put("sort", isSame(order, authored) ? "" : (order.order === "descending" ? "-" : "") + order.column);
      put("status", "");
      for (const button of statuses.filter(isOn)) query.append(key("status"), button.dataset.status);
      const text = query.toString();
      try {
        history.replaceState(history.state, "", location.pathname + (text && `?${text}`) + location.hash);
      } catch { /* some browsers refuse that for files, or when it comes too often */ }
    }

    function restore() {
      const query = new URLSearchParams(location.search);
      search.value = query.get(key("filter")) ?? "";
      for (const button of statuses) press(button, query.getAll(key("status")).includes(button.dataset.status));
      for (const [facet, select] of Object.entries(selects)) {
        select.value = query.get(key(facet)) ?? "";
        if (select.selectedIndex < 0) select.value = "";
      }
      const [, minus, column] = /^(-?)(.*)$/.exec(query.get(key("sort")) ?? "");
      if (tables.some(({ heads }) => heads.some((head) => head.dataset.column === column))) {
        sort({ column, order: minus ? "descending" : "ascending" });
      }
    }

    const changed = () => {
      filter();
      save();
    };
    search.addEventListener("input", changed);
    tools.addEventListener("change", changed);
    for (const button of statuses) {
      button.addEventListener("click", () => {
        press(button, !isOn(button));
        changed();
      });
    }
    reset.addEventListener("click", () => {
      search.value = "";
      for (const button of statuses) press(button, false);
      for (const select of Object.values(selects)) select.value = "";
      changed();
      search.focus();
    });
    restore();
    filter();
  }

  /* -- Review dates: a build cannot know when it will be read -- */

  function relate(time) {
    const due = /^\d{4}-\d\d-\d\d$/.test(time.dateTime) ? Date.parse(time.dateTime) : NaN;
    if (isNaN(due)) return;
    const now = new Date();
    const days = Math.round((due - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / 864e5);
    const [unit, length] = [["day", 1], ["month", 30.44], ["year", 365.25]]
      .findLast(([, length]) => Math.abs(days) >= 1.5 * length) ?? ["day", 1];
    const text = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.round(days / length), unit);
    time.after(" ", make("span", { class: days < 0 ? "adr-rel adr-late" : "adr-rel" }, text));
  }

  document.querySelectorAll(".adr-due").forEach(relate);
  document.querySelectorAll(".adr-view[data-adr-count]").forEach(enhance);
})();
