// The aids of the translation screen: machine texts, earlier translations, checks, and the keys for them.
(() => {
  const SOON = 200;
  const PATIENCE = 12000;
  const POLL = 3000;
  const POLLS = 40;
  const wait = (time) => new Promise((done) => { setTimeout(done, time); });

  class Aids {
    constructor(root, form) {
      this.root = root;
      this.form = form;
      this.bar = form.querySelector('[data-source-bar]');
      this.texts = [...form.querySelectorAll('[data-source-unit]')].map((each) => new window.storyTexts.Text(form, each));
      this.keys = { KeyM: () => this.here('[data-suggest]'), KeyR: () => this.here('[data-offers]'), KeyY: () => this.here('[data-review]'), KeyK: () => this.check(true), KeyJ: () => this.next() };
      this.begin();
      this.distribute();
      new MutationObserver(() => this.begin()).observe(form, { childList: true, subtree: true });
      form.addEventListener('click', (event) => this.clicked(event));
      document.addEventListener('keydown', (event) => this.pressed(event));
      for (const kind of ['input', 'change', 'keyup', 'click', 'paste', 'cut']) form.addEventListener(kind, () => this.soon());
    }

    begin() {
      for (const text of this.texts) text.begin();
    }

    soon() {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.mark(), SOON);
    }

    mark() {
      for (const text of this.texts) if (text.start !== null) text.mark();
      const count = this.unchecked().length;
      const line = this.bar.querySelector('[data-machine]');
      line.hidden = !count;
      line.querySelector('[data-machine-count]').textContent = line.dataset.machineText.replace('{count}', count.toLocaleString(document.documentElement.lang));
    }

    unchecked() {
      return this.texts.filter((text) => text.way === 'machine');
    }

    say(words) {
      this.bar.querySelector('[data-said]').textContent = words;
    }

    refuse(text, words) {
      const place = text ? text.element : this.bar;
      let line = place.querySelector(':scope > .source-part__said');
      if (!line) {
        line = document.createElement('p');
        line.className = 'source-part__said';
        line.setAttribute('role', 'alert');
        place.append(line);
      }
      line.textContent = words;
    }

    clear(text) {
      const line = (text ? text.element : this.bar).querySelector(':scope > .source-part__said');
      if (line) line.remove();
    }

    // What the server answers; where it refuses, its words are shown and nothing comes.
    async ask(url, { text = null, data = null, query = '' } = {}) {
      const token = this.form.querySelector('[name="csrfmiddlewaretoken"]').value;
      const headers = { 'X-Requested-With': 'XMLHttpRequest' };
      let body;
      if (data) {
        body = new FormData();
        for (const [name, value] of data) body.append(name, value);
        headers['X-CSRFToken'] = token;
      }
      this.clear(text);
      try {
        const answer = await fetch(url + query, { method: data ? 'POST' : 'GET', body, headers, redirect: 'error' });
        const isJson = (answer.headers.get('Content-Type') || '').includes('json');
        if (answer.ok) return isJson ? await answer.json() : await answer.text();
        this.refuse(text, (isJson && (await answer.json()).message) || this.root.dataset.failed);
      } catch {
        this.refuse(text, this.root.dataset.failed);
      }
      return null;
    }

    // The texts of the open form, saved or not.
    written() {
      const values = {};
      for (const text of this.texts) {
        const { field } = text;
        if (field && field.isReady) values[text.key] = field.value;
      }
      return ['texts', JSON.stringify(values)];
    }

    textOf(element) {
      return this.texts.find((text) => text.element.contains(element)) || null;
    }

    // Presses the button of the text in which one is.
    here(selector) {
      const at = document.activeElement;
      const text = this.texts.find((each) => each.holds(at)) || this.texts.find((each) => each.part === at.closest('[data-part]'));
      const button = text && text.element.querySelector(selector);
      if (button && !button.hidden && !button.disabled) button.click();
    }

    pressed(event) {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.getModifierState('AltGraph')) return;
      const deed = this.keys[event.code];
      if (!deed) return;
      event.preventDefault();
      deed();
    }

    clicked(event) {
      const button = event.target.closest('button');
      if (!button) return;
      const text = this.textOf(button);
      if (button.matches('[data-suggest]')) this.suggest(text, button);
      else if (button.matches('[data-offers]')) this.offers(text, button);
      else if (button.matches('[data-put]')) this.put(text, { words: button.closest('.offer').querySelector('[data-offer-words]').textContent, state: button.dataset.offerState });
      else if (button.matches('[data-copy]')) this.copy(button.closest('.offer').querySelector('[data-offer-words]'));
      else if (button.matches('[data-review]')) this.review([text], button);
      else if (button.matches('[data-review-all]')) this.review(this.unchecked(), button);
      else if (button.matches('[data-check]')) this.check(true);
      else if (button.matches('[data-check-unit]')) this.jump(button.dataset.checkUnit);
      else if (button.matches('[data-fill]')) this.fill(button);
      else if (button.closest('footer')) this.publishing(button);
    }

    async suggest(text, button) {
      button.disabled = true;
      this.say(this.root.dataset.waiting);
      const found = await this.ask(this.root.dataset.suggestUrl, { text, data: [['unit', text.key]] });
      button.disabled = false;
      this.say('');
      if (!found) return;
      if (text.isFree) {
        this.put(text, found, 'machine');
      } else {
        const offer = this.root.querySelector('template[data-offer]').content.cloneNode(true);
        offer.querySelector('[data-offer-words]').textContent = found.words;
        this.show(text, offer);
      }
    }

    async offers(text, button) {
      if (button.getAttribute('aria-expanded') === 'true') {
        this.close(text);
        return;
      }
      const found = await this.ask(this.root.dataset.offersUrl, { text, query: `?unit=${encodeURIComponent(text.key)}` });
      if (found === null) return;
      const holder = document.createElement('template');
      holder.innerHTML = found;
      for (const put of holder.content.querySelectorAll('[data-put]')) put.hidden = !text.isFree;
      this.show(text, holder.content);
      button.setAttribute('aria-expanded', 'true');
    }

    show(text, content) {
      this.close(text);
      const place = text.element.querySelector('[data-found]');
      place.append(content);
      const first = place.querySelector('button:not([hidden])');
      if (first) first.focus();
    }

    close(text) {
      text.element.querySelector('[data-found]').replaceChildren();
      text.element.querySelector('[data-offers]').setAttribute('aria-expanded', 'false');
    }

    put(text, found, way = null) {
      if (!text.isFree) return;
      text.field.put(found);
      if (way) text.learn(way);
      this.close(text);
      this.mark();
      this.say(this.root.dataset.written);
      this.check(false);
    }

    async copy(words) {
      try {
        await navigator.clipboard.writeText(words.textContent);
        this.say(this.root.dataset.copied);
      } catch {
        window.getSelection().selectAllChildren(words);
      }
    }

    async review(texts, button) {
      if (!texts.length) return;
      const data = [this.written(), ...texts.map((text) => ['unit', text.key])];
      button.disabled = true;
      const told = await this.ask(this.root.dataset.reviewUrl, { text: texts.length === 1 ? texts[0] : null, data });
      button.disabled = false;
      if (!told) return;
      const wasHere = texts.length === 1 && texts[0].element.contains(document.activeElement);
      for (const text of texts) if (told.checked.includes(text.key)) text.learn('reviewed');
      this.mark();
      if (wasHere) texts[0].part.focus();
    }

    async check(isAsked) {
      const found = await this.ask(this.root.dataset.checksUrl, { data: [this.written()] });
      if (found === null) return;
      const list = this.bar.querySelector('[data-checks-list]');
      list.innerHTML = found;
      this.distribute();
      if (!isAsked) return;
      this.bar.querySelector('[data-checks]').open = true;
      const first = list.querySelector('button');
      (first || this.bar.querySelector('[data-checks-count]')).focus();
    }

    // Beside each text what the list says of it, and how much there is.
    distribute() {
      const rows = [...this.bar.querySelectorAll('[data-check-unit]')];
      for (const text of this.texts) {
        text.tell(rows.filter((row) => row.dataset.checkUnit === text.key).map((row) => row.querySelector('[data-message]')));
      }
      const count = this.bar.querySelector('[data-checks-count]');
      const words = rows.length ? count.dataset.checksText.replace('{count}', rows.length.toLocaleString(document.documentElement.lang)) : count.dataset.noneText;
      count.textContent = words;
      count.classList.toggle('has-checks', rows.length > 0);
      const told = this.form.querySelector('[data-footer-checks]');
      if (told) told.textContent = words;
    }

    jump(key) {
      const text = this.texts.find((each) => each.key === key);
      if (text) text.go();
    }

    next() {
      const open = this.texts.filter((text) => text.isToldOf || text.way === 'machine');
      if (!open.length) return;
      const at = this.texts.findIndex((text) => text.holds(document.activeElement));
      (open.find((text) => this.texts.indexOf(text) > at) || open[0]).go();
    }

    // Whoever opens the menu with "Publish" reads beside it how much is worth a second look.
    publishing(button) {
      if (!button.matches('[data-w-dropdown-target="toggle"]')) return;
      const footer = button.closest('footer');
      if (!footer.querySelector('[data-footer-checks]')) {
        const told = document.createElement('p');
        told.className = 'source-footer';
        told.setAttribute('role', 'status');
        told.dataset.footerChecks = '';
        footer.querySelector('nav, ul, div').append(told);
      }
      this.check(false);
    }

    get isUnsaved() {
      return this.form.getAttribute('data-w-unsaved-has-edits-value') === 'true';
    }

    // Waits for the editor to save by itself.
    async isSaved() {
      await wait(SOON * 4);
      const end = Date.now() + PATIENCE;
      while (this.isUnsaved && Date.now() < end) await wait(SOON);
      return !this.isUnsaved;
    }

    async fill(button) {
      const { fillUrl, waiting, unsaved, filled, stillFilling } = this.root.dataset;
      button.disabled = true;
      this.say(waiting);
      const before = (await this.isSaved()) ? await this.ask(fillUrl) : null;
      if (!before) this.refuse(null, unsaved);
      const told = before && await this.ask(fillUrl, { data: [] });
      this.say(told ? told.message : '');
      for (let left = told ? POLLS : 0; left; left -= 1) {
        const now = await this.ask(fillUrl);
        if (now && now.machine > before.machine) {
          if (this.isUnsaved) this.say(filled);
          else window.location.reload();
          return;
        }
        if (left === 1) this.say(stillFilling);
        await wait(POLL);
      }
      button.disabled = false;
    }
  }

  const start = () => {
    const root = document.querySelector('[data-source]');
    const form = root && root.closest('form');
    if (form) new Aids(root, form);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
