// Headlines suggested while a reader types: a combobox with a list (WAI-ARIA APG). Without it the box is a plain box.
"use strict";

for (const [position, box] of document.querySelectorAll("input[data-suggest]").entries()) {
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let chosen = -1;
  let typed = "";
  let timer = 0;
  let asking = null;

  list.id = `suggestions-${position}`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.label);
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  box.after(list, status);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"],
    ["aria-controls", list.id]]) box.setAttribute(name, value);

  const inOwnDigits = (count) => String(count).replace(/\d/g, (digit) => box.dataset.digits[digit]);

  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    status.textContent = "";
  };

  const choose = (number) => {
    list.children[chosen]?.setAttribute("aria-selected", "false");
    const count = list.children.length;
    // One place more than there are suggestions: what the reader typed, between the last and the first.
    chosen = ((number + 1 + count + 1) % (count + 1)) - 1;
    const option = list.children[chosen];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({block: "nearest"});
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
    box.value = option ? option.textContent : typed;
  };

  const show = (found) => {
    close();
    if (!found.length || document.activeElement !== box) return;
    for (const [number, text] of found.entries()) {
      const option = document.createElement("li");
      option.id = `${list.id}-${number}`;
      option.textContent = text;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      list.append(option);
    }
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
    status.textContent = box.dataset.count.replace("{count}", inOwnDigits(found.length));
  };

  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const mine = asking;
    try {
      const answer = await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`, {signal: mine.signal});
      const found = answer.ok ? await answer.json() : [];
      if (mine === asking) show(found);
    } catch {
      // Given up for a later question, or not reachable: the box works without.
    }
  };

  box.addEventListener("input", () => {
    typed = box.value;
    clearTimeout(timer);
    if ([...typed.trim()].length < 2) close();
    else timer = setTimeout(ask, 200);
  });

  box.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen - 1);
    else if (event.key === "Escape") {
      box.value = typed;
      close();
    } else return;
    event.preventDefault();
  });

  // The list must not take the focus from the box before the click has arrived.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (!option) return;
    box.value = option.textContent;
    close();
    box.form.requestSubmit();
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
}

// Addresses of a search say nothing of fields that are empty.
for (const form of document.querySelectorAll(".search-days, .search-form, .masthead-search")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) field.disabled = field.tagName === "INPUT" && !field.value;
  });
  // The page may come back from the browser's memory.
  addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
}
