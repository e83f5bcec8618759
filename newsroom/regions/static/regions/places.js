// Finds places by name, says what is chosen, and asks only about countries of which parts are chosen.
// Without this script every box can be ticked, and the server asks what it needs to know.
(() => {
  const prepare = (tree) => {
    const countries = [...tree.querySelectorAll("[data-country]")].map((item) => ({
      item,
      code: item.dataset.country,
      own: item.querySelector(":scope > label"),
      details: item.querySelector("details"),
      parts: [...item.querySelectorAll("details li")],
    }));
    const filter = tree.querySelector("[data-places-filter]");
    const chosen = tree.querySelector("[data-places-chosen]");
    const box = (place) => place.querySelector("input");
    const name = (place) => place.querySelector("span").textContent;
    const fold = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

    const find = () => {
      const wanted = fold(filter.value.trim());
      for (const country of countries) {
        const whole = fold(name(country.own)).includes(wanted);
        const found = country.parts.filter((part) => fold(name(part.firstElementChild)).includes(wanted));
        country.item.hidden = !whole && !found.length;
        for (const part of country.parts) part.hidden = !whole && !found.includes(part);
        if (country.details && wanted) country.details.open = !whole && found.length > 0;
      }
    };

    const tell = () => {
      const names = [];
      for (const { code, own, parts } of countries) {
        const ticked = parts.map((part) => part.firstElementChild).filter((part) => box(part).checked);
        if (box(own).checked) names.push(name(own));
        for (const part of ticked) names.push(`${name(part)} (${name(own)})`);
        const question = document.querySelector(`[data-answer-for="${code}"]`);
        if (question) question.hidden = box(own).checked || !ticked.length;
      }
      chosen.textContent = names.join(", ");
    };

    filter.parentElement.hidden = false;
    filter.addEventListener("input", find);
    filter.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
    });
    tree.addEventListener("change", tell);
    tell();
  };

  const start = () => document.querySelectorAll("[data-places]").forEach(prepare);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
