// The checks of the translation screen: their list, what they say beside each text, and the way there.
(() => {
  window.storyTexts.Checks = class extends window.storyTexts.Asking {
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
  };
})();
