// The aids of the translation screen: machine texts, earlier translations, and the keys for them and for checks.
(() => {
  const SOON = 200;
  const PATIENCE = 12000;
  const POLL = 3000;
  const POLLS = 40;
  const wait = (time) => new Promise((done) => { setTimeout(done, time); });

  class Aids extends window.storyTexts.Checks {
    constructor(root, form) {
      super(root, form);
      this.keys = { KeyM: () => this.here('[data-suggest]'), KeyR: () => this.here('[data-offers]'), KeyY: () => this.here('[data-review]'), KeyK: () => this.check(true), KeyJ: () => this.next() };
      this.begin();
      this.distribute();
      new MutationObserver(() => this.begin()).observe(form, { childList: true, subtree: true });
      form.addEventListener('click', (event) => this.clicked(event));
      document.addEventListener('keydown', (event) => this.pressed(event));
      form.addEventListener('keydown', (event) => { if (event.key === 'Escape') this.escape(event); });
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

    // Puts away what is open where one is, and goes back to where one writes.
    escape(event) {
      const at = event.target;
      const text = at.closest('[data-found]') && this.textOf(at);
      const list = at.closest('.source-bar__more[open]');
      if (text || list) event.stopPropagation();
      if (text) {
        this.close(text);
        text.go();
      } else if (list) {
        list.open = false;
        list.querySelector('summary').focus();
      }
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
