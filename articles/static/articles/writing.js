// Fields of a story's editor are written in the story's language, whatever the language of the admin: what the
// server put on the headline goes on to the fields that scripts draw, now and whenever a block is added.
(() => {
  const FIELDS = '[data-contentpath="body"] input[type="text"], [data-contentpath="body"] textarea, .Draftail-Editor__wrapper, .Draftail-Editor [contenteditable="true"]';
  const start = () => {
    const written = document.querySelector('[data-writes]');
    const form = written && written.closest('form');
    if (!form) return;
    const { lang, dir } = written;
    const mark = () => {
      for (const field of form.querySelectorAll(FIELDS)) {
        if (field.lang !== lang) field.lang = lang;
        if (field.dir !== dir) field.dir = dir;
      }
    };
    mark();
    new MutationObserver(mark).observe(form, { childList: true, subtree: true });
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
