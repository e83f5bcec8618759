// What the translation screen asks the server, and where it says what came of it.
(() => {
  const { Text } = window.storyTexts;

  window.storyTexts.Asking = class {
    constructor(root, form) {
      this.root = root;
      this.form = form;
      this.bar = form.querySelector('[data-source-bar]');
      this.texts = [...form.querySelectorAll('[data-source-unit]')].map((each) => new Text(form, each));
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
  };
})();
