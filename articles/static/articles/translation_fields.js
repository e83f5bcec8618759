// A story's fields by the names of their texts: what stands in them, and how another text is put in so that undo takes it back.
(() => {
  const BLOCK = 'block:';
  const EDITOR = '[data-draftail-editor-wrapper]';
  const INPUTS = `${EDITOR}, textarea, input[type="text"]`;
  const flat = (text) => text.replace(/\s+/gu, ' ').trim();

  class Field {
    constructor(input) {
      this.input = input;
    }

    get isRich() {
      return this.input.type === 'hidden';
    }

    // Where one types.
    get box() {
      return this.isRich ? this.input.parentElement.querySelector('[contenteditable="true"]') : this.input;
    }

    get isReady() {
      return !this.isRich || Boolean(this.input.draftailEditor && this.box);
    }

    get isWritable() {
      return this.isReady && !this.input.disabled && !this.input.readOnly;
    }

    get content() {
      return this.input.draftailEditor.getEditorState().getCurrentContent();
    }

    // What the form would send.
    get value() {
      return this.isRich ? JSON.stringify(window.DraftJS.convertToRaw(this.content)) : this.input.value;
    }

    get words() {
      return flat(this.isRich ? this.content.getPlainText(' ') : this.input.value);
    }

    // The same for texts that readers cannot tell apart.
    get print() {
      if (!this.isRich) return this.words;
      const raw = window.DraftJS.convertToRaw(this.content);
      const links = Object.values(raw.entityMap).map((entity) => entity.data);
      return JSON.stringify([raw.blocks.map((each) => [each.type, each.text, each.inlineStyleRanges, each.entityRanges]), links]);
    }

    focus() {
      this.box.focus();
    }

    put({ words, state }) {
      if (this.isRich) this.putRich(state);
      else {
        this.input.focus();
        this.input.select();
        // The only way by which a browser remembers the former text for undo.
        if (!document.execCommand('insertText', false, words)) {
          this.input.value = words;
          this.input.dispatchEvent(new Event('input', { bubbles: true }));
        }
        this.input.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }

    putRich(state) {
      const { EditorState, convertFromRaw } = window.DraftJS;
      const editor = this.input.draftailEditor;
      const next = EditorState.push(editor.getEditorState(), convertFromRaw(JSON.parse(state)), 'insert-fragment');
      editor.onChange(EditorState.moveFocusToEnd(next));
      this.box.focus();
    }
  }

  const rootOf = (form, key) => {
    if (!key.startsWith(BLOCK)) return form.querySelector(`[data-contentpath="${CSS.escape(key)}"]`);
    const [block, ...way] = key.slice(BLOCK.length).split('/');
    const child = form.querySelector(`[data-streamfield-child][data-contentpath="${CSS.escape(block)}"]`);
    return way.reduce((root, name) => root && root.querySelector(`[data-contentpath="${CSS.escape(name)}"]`), child);
  };

  window.storyFields = {
    // The field of a text, or null where the form has none.
    find(form, key) {
      const root = rootOf(form, key);
      const found = root && (root.matches(INPUTS) ? root : root.querySelector(INPUTS));
      const input = found && found.matches(EDITOR) ? found.parentElement.querySelector(':scope > input[type="hidden"]') : found;
      return input ? new Field(input) : null;
    },
  };
})();
