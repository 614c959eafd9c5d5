/* Filters and sorts the indexes of decisions on a page, and says how far away review dates are. Its words stand on
 * the page, where they are translated. What a reader chooses stands in the address: adr-filter, and adr2-filter for
 * the second index.
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
    const homes = new Set(Array.from(view.querySelectorAll("[data-req]"), (row) => row.parentNode));
    const lists = Array.from(homes, (home) => {
      const box = home.closest(".adr-view > *");
      const name = box.previousElementSibling;
      const heads = [...(home.closest("table")?.tHead.rows[0].cells ?? [])];
      const order = Array.from(home.children, (row) => ({
        row,
        decision: row.dataset.decision ?? row,
        status: row.dataset.status,
        tag: listed(row.dataset.tag),
        req: listed(row.dataset.req),
      }));
      const front = home.cloneNode();
      home.before(front);
      return { box, name, home, front, heads, order, authored: order };
    });
    const entries = lists.flatMap(({ order }) => order);
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

    /* -- Many rows: until all are in place, copies of the first stand before them in a box that ends there -- */

    const STEP = 60;
    let task;
    let isMoved;
    const fitting = ({ order }) => order.filter(({ fits }) => fits);

    function uncut({ box, front }) {
      front.hidden = true;
      front.replaceChildren();
      box.style.cssText = "";
    }

    /* Rows leave and come at the end: themes look anew at all that follow. */
    function* steps() {
      for (const list of lists) {
        const { box, home, order } = list;
        while (isMoved && home.firstElementChild) {
          for (const row of [...home.children].slice(-STEP)) row.remove();
          yield;
        }
        for (let i = 0; i < order.length; i += STEP) {
          const some = order.slice(i, i + STEP);
          for (const { row, fits } of some) if (row.hidden === fits) row.hidden = !fits;
          if (isMoved) home.append(...some.map(({ row }) => row));
          yield;
        }
        box.hidden = !fitting(list).length;
        uncut(list);
      }
      isMoved = false;
    }

    const proceed = () => (task = task?.next().done ? null : task);
    function complete() {
      while (proceed());
    }
    addEventListener("beforeprint", complete);

    function settle() {
      for (const list of lists) {
        if (list.name.matches(".adr-group")) list.name.hidden = !fitting(list).length;
        uncut(list);
      }
      const mine = steps();
      const soon = () => requestAnimationFrame(() => setTimeout(() => mine === task && proceed() && soon()));
      task = mine;
      if (entries.filter(({ row, fits }) => row.hidden === fits || (isMoved && fits)).length < STEP) complete();
      else cut();
      soon();
    }

    function cut() {
      let room = innerHeight / 30;
      for (const list of lists) {
        const { box, front } = list;
        front.append(...fitting(list).slice(0, room).map(({ row }) => row.cloneNode(true)));
        room -= front.children.length;
        for (const one of [box, front, ...front.children]) one.hidden = false;
      }
      for (const list of lists) {
        const { box, front } = list;
        list.high = front.firstChild ? front.getBoundingClientRect().bottom - box.getBoundingClientRect().top : 0;
      }
      for (const { box, high } of lists) {
        box.style.cssText = `overflow:hidden;max-height:${high > 0 ? `${high}px` : "0;margin:0;border-block:0"}`;
      }
    }

    /* -- Filters -- */

    const isOn = (button) => button.getAttribute("aria-pressed") === "true";
    const press = (button, on) => button.setAttribute("aria-pressed", String(on));
    const read = (entry) =>
      (entry.text ??= plain([entry.row.textContent, ...entry.tag, ...entry.req].join(" ")));

    function filter() {
      const wanted = plain(search.value).split(/\s+/).filter(Boolean);
      const pressed = statuses.filter(isOn).map((button) => button.dataset.status);
      const chosen = Object.entries(selects).filter(([, select]) => select.value);
      const shown = new Set();
      for (const entry of entries) {
        entry.fits = (!pressed.length || pressed.includes(entry.status))
          && chosen.every(([facet, select]) => entry[facet].includes(select.value))
          && wanted.every((word) => read(entry).includes(word));
        if (entry.fits) shown.add(entry.decision);
      }
      settle();
      count.textContent = words.adrCount.replace("{shown}", shown.size).replace("{total}", total);
      reset.hidden = !(wanted.length || pressed.length || chosen.length);
    }

    /* -- Order -- */

    const plus = (text) => text.replace(/^-/, "");
    const first = view.querySelector("th[aria-sort]");
    const authored = first ? (first.matches("[aria-sort^=d]") ? "-" : "") + first.dataset.column : "";
    let order = authored;

    function sort(to) {
      order = to;
      isMoved = true;
      const way = plus(to) === to ? 1 : -1;
      for (const list of lists) {
        const cell = list.heads.findIndex((head) => head.dataset.column === plus(to));
        list.heads.forEach((head, i) => {
          if (i === cell) head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
          else head.removeAttribute("aria-sort");
        });
        /* What is absent comes last, whichever way. */
        list.order = to === authored ? list.authored : list.authored
          .map((entry) => [entry.row.cells[cell].textContent.trim(), entry])
          .sort(([a], [b]) => !a - !b || way * compare(a, b))
          .map(([, entry]) => entry);
      }
    }

    function next(column) {
      if (order === column) return `-${column}`;
      return order === `-${column}` && plus(authored) !== column ? authored : column;
    }

    for (const head of lists.flatMap((list) => list.heads)) {
      const button = make("button", { type: "button", class: "adr-sort" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        sort(next(head.dataset.column));
        settle();
        save();
      });
    }

    /* -- The address -- */

    function save() {
      const query = new URLSearchParams(location.search);
      const put = (name, value) => (value ? query.set(key(name), value) : query.delete(key(name)));
      put("filter", search.value.trim());
      for (const [facet, select] of Object.entries(selects)) put(facet, select.value);
      put("sort", order === authored ? "" : order);
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
      const to = query.get(key("sort")) ?? "";
      if (lists.some(({ heads }) => heads.some((head) => head.dataset.column === plus(to)))) sort(to);
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

  /* -- Review dates -- */

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
