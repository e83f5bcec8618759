// Puts each part of the source beside its field or block of the translation, and keeps it there.
(() => {
  const BLOCK = 'block:';

  const hostOf = (form, key) => {
    if (key.startsWith(BLOCK)) {
      return form.querySelector(`[data-streamfield-child][data-contentpath="${CSS.escape(key.slice(BLOCK.length))}"]`);
    }
    const field = form.querySelector(`[data-contentpath="${CSS.escape(key)}"]`);
    if (field) return field.closest('.w-field__wrapper') || field;
    return key === 'credits' ? form.querySelector('#panel-child-content-credits-content, [id*="credits-content"]') : null;
  };

  const isGone = (child) => {
    const deleted = child.querySelector(':scope > input[name$="-deleted"]');
    return Boolean(deleted && deleted.value);
  };

  class Screen {
    constructor(root) {
      this.root = root;
      this.form = root.closest('form');
      this.parts = [...root.querySelectorAll('[data-part]')];
      this.own = root.dataset.own.split(' ').filter(Boolean);
      this.bar = root.querySelector('[data-source-bar]');
      this.form.classList.add('has-source');
      const tab = root.closest('[role="tabpanel"]') || this.form;
      (tab.querySelector(':scope > .w-form-width') || tab).prepend(this.bar);
      this.place();
      this.watch();
      this.form.addEventListener('click', (event) => this.clicked(event));
      document.addEventListener('keydown', (event) => this.pressed(event));
      document.addEventListener('w-unsaved:add', () => { this.isUnsaved = true; });
      document.addEventListener('w-unsaved:clear', () => { this.isUnsaved = false; });
    }

    place() {
      let after = null;
      const stream = this.form.querySelector('[data-contentpath="body"] [data-streamfield-stream-container]');
      for (const part of this.parts) {
        const key = part.dataset.part;
        let host = hostOf(this.form, key);
        if (host && host.matches('[data-streamfield-child]') && isGone(host)) host = null;
        if (host) {
          if (part.parentElement !== host) host.append(part);
          host.classList.add('beside-source');
          if (key.startsWith(BLOCK)) after = host;
        } else if (key.startsWith(BLOCK) && stream) {
          if (after ? after.nextElementSibling !== part : stream.firstElementChild !== part) {
            if (after) after.after(part);
            else stream.prepend(part);
          }
          after = part;
        }
      }
      for (const key of this.own) {
        const host = hostOf(this.form, key);
        if (host && !host.querySelector(':scope > .source-own')) {
          const mark = document.createElement('p');
          mark.className = 'source-own';
          mark.textContent = this.root.dataset.ownLabel;
          host.classList.add('beside-source');
          host.append(mark);
        }
      }
    }

    watch() {
      let waiting = false;
      // A block that is deleted is only hidden; what happens inside a text that is being written moves no block.
      const isOfBlocks = (record) => !record.target.closest('.Draftail-Editor__wrapper');
      new MutationObserver((records) => {
        if (waiting || !records.some(isOfBlocks)) return;
        waiting = true;
        requestAnimationFrame(() => { waiting = false; this.place(); });
      }).observe(this.form, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'style'] });
    }

    changed() {
      return [...this.form.querySelectorAll('[data-part][data-changed]')];
    }

    go(step) {
      const changed = this.changed();
      if (!changed.length) return;
      const here = changed.findIndex((part) => part.contains(document.activeElement));
      const next = here < 0 ? (step > 0 ? 0 : changed.length - 1) : (here + step + changed.length) % changed.length;
      changed[next].scrollIntoView({ block: 'center' });
      changed[next].focus({ preventScroll: true });
    }

    pressed(event) {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.getModifierState('AltGraph')) return;
      if (event.code === 'KeyN') this.go(1);
      else if (event.code === 'KeyP') this.go(-1);
      else return;
      event.preventDefault();
    }

    clicked(event) {
      const button = event.target.closest('button');
      if (!button) return;
      if (button.matches('[data-next]')) this.go(1);
      else if (button.matches('[data-previous]')) this.go(-1);
      else if (button.matches('[data-answer]')) this.answer(button);
      else if (button.matches('[data-insert]')) this.insert(button);
    }

    async post(url, button, data) {
      const part = button.closest('[data-part]');
      const body = new FormData();
      for (const [name, value] of Object.entries({ part: part.dataset.part, shown: part.dataset.shown, ...data })) body.append(name, value);
      const token = this.form.querySelector('[name="csrfmiddlewaretoken"]').value;
      button.disabled = true;
      try {
        const answer = await fetch(url, { method: 'POST', body, headers: { 'X-CSRFToken': token, Accept: 'application/json' } });
        const told = await answer.json();
        if (answer.ok) return told;
        this.say(part, told.message || this.root.dataset.failed);
      } catch {
        this.say(part, this.root.dataset.failed);
      } finally {
        button.disabled = false;
      }
      return null;
    }

    say(part, text) {
      let said = part.querySelector('.source-part__said');
      if (!said) {
        said = document.createElement('p');
        said.className = 'source-part__said';
        said.setAttribute('role', 'alert');
        part.append(said);
      }
      said.textContent = text;
    }

    async answer(button) {
      const word = button.dataset.answer;
      const told = await this.post(this.root.dataset.answerUrl, button, { answer: word });
      if (!told) return;
      const part = button.closest('[data-part]');
      const isOpen = word === 'take_back';
      part.toggleAttribute('data-changed', isOpen);
      part.classList.toggle('source-part--changed', isOpen);
      for (const each of part.querySelectorAll('[data-answer]')) {
        each.hidden = (each.dataset.answer === 'take_back') === isOpen;
      }
      for (const each of part.querySelectorAll('.source-part__kind, .source-part__difference')) each.hidden = !isOpen;
      if (isOpen && !part.querySelector('[data-answer="done"]')) window.location.reload();
      this.count(told.left);
      if (!isOpen && this.changed().length) this.go(1);
      else part.focus();
    }

    count(left) {
      const line = this.bar.querySelector('[data-left]');
      line.textContent = left ? line.dataset.leftText.replace('{count}', left) : line.dataset.noneText;
      for (const button of this.bar.querySelectorAll('[data-next], [data-previous]')) button.hidden = !left;
    }

    // The server puts the block into the draft that it has, and the page is read anew.
    async insert(button) {
      if (this.isUnsaved) this.say(button.closest('[data-part]'), this.root.dataset.unsaved);
      else if (await this.post(this.root.dataset.insertUrl, button, {})) window.location.reload();
    }
  }

  const start = () => {
    const root = document.querySelector('[data-source]');
    if (root && root.closest('form')) new Screen(root);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
