// One text of the source on the screen: what the translation has for it, how that came to be, and what may be put there.
(() => {
  const { find } = window.storyFields;
  const bare = (text) => text.replace(/\s+/gu, '');

  class Text {
    constructor(form, element) {
      this.form = form;
      this.element = element;
      this.key = element.dataset.sourceUnit;
      this.part = element.closest('[data-part]');
      this.ways = new Map();
      this.start = null;
      this.checked = null;
    }

    get field() {
      return find(this.form, this.key);
    }

    get way() {
      const field = this.field;
      return (field && field.isReady && this.ways.get(field.print)) || null;
    }

    // Remembers what stood in the field before anybody wrote there.
    begin() {
      const field = this.field;
      if (this.start !== null || !field || !field.isReady) return;
      this.start = field.print;
      const shown = this.element.querySelector('[data-way]:not([hidden])');
      if (shown) this.ways.set(this.start, shown.dataset.way);
    }

    // Whether nobody has written here: it is empty, or has the source's own words, of today or of before.
    get isFree() {
      const field = this.field;
      if (!field || !field.isWritable) return false;
      const source = this.element.querySelector('[data-source-text]').textContent;
      if (!field.words || bare(field.words) === bare(source)) return true;
      return this.element.hasAttribute('data-unwritten') && field.print === this.start;
    }

    holds(element) {
      const field = this.field;
      return this.element.contains(element) || Boolean(field && field.box && field.box.contains(element));
    }

    mark() {
      const { way, field } = this;
      const list = this.element.querySelector('[data-text-checks]');
      if (list && field && field.isReady) {
        if (this.checked === null) this.checked = this.start;
        list.hidden = field.print !== this.checked;
      }
      for (const each of this.element.querySelectorAll('[data-way]')) each.hidden = each.dataset.way !== way;
      const review = this.element.querySelector('[data-review]');
      if (review) review.hidden = way !== 'machine';
    }

    learn(way) {
      this.ways.set(this.field.print, way);
      this.mark();
    }

    go() {
      const field = this.field;
      const place = field && field.box ? field.box : this.part;
      place.scrollIntoView({ block: 'center' });
      place.focus({ preventScroll: true });
    }

    // What a check said of the text as it stands.
    tell(messages) {
      const list = this.element.querySelector('[data-text-checks]');
      if (!list) return;
      const field = this.field;
      this.checked = field && field.isReady ? field.print : null;
      list.hidden = false;
      list.replaceChildren(...messages.map((message) => {
        const line = document.createElement('li');
        line.append(...message.cloneNode(true).childNodes);
        return line;
      }));
    }

    get isToldOf() {
      return Boolean(this.element.querySelector('[data-text-checks]:not([hidden]) > li'));
    }
  }

  window.storyTexts = { Text };
})();
