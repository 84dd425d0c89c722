// 文件: the text of an input as an editor, its problems at their lines. Without it the plain field stays.

import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { defaultHighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { toml } from "@codemirror/legacy-modes/mode/toml";
import { Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { Problem } from "./api";

const WEIGHTS = { error: "error", warning: "warning", note: "info" } as const;
const WORDS: Record<string, string> = {
  "Go to next diagnostic": "下一个问题", "No diagnostics": "没有问题", Diagnostics: "问题", close: "关闭",
  "Selection deleted": "已删去选中的文字", "Control character": "控制字符", "replaced $ matches": "已替换 $ 处",
};

function start(text: HTMLTextAreaElement): void {
  const name = text.getAttribute("aria-label") ?? "";
  // Inside a root of its own styles are set by script, which the policy of the page allows.
  const place = document.createElement("div");
  const root = place.attachShadow({ mode: "open" });
  text.before(place);
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text.value,
      extensions: [
        lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), EditorView.lineWrapping,
        StreamLanguage.define(toml), syntaxHighlighting(defaultHighlightStyle),
        EditorView.theme({
          "&": { border: "1px solid #8c99a6", borderRadius: "4px", background: "#fff", maxHeight: "65vh", fontSize: "15px" },
          ".cm-scroller": { overflow: "auto", fontFamily: 'Consolas, "Noto Sans Mono CJK SC", monospace', lineHeight: "1.5" },
        }),
        EditorState.phrases.of(WORDS),
        EditorView.contentAttributes.of({ "aria-label": name, spellcheck: "false" }),
        // What is saved is what stands in the field.
        EditorView.updateListener.of((update) => { if (update.docChanged) text.value = update.state.doc.toString(); }),
        keymap.of([{ key: "Mod-s", run: () => save(text) }, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      ],
    }),
  });
  text.hidden = true;
  const problems = JSON.parse(text.dataset["problems"] ?? "[]") as Problem[];
  view.dispatch(setDiagnostics(view.state, problems.flatMap((own) => diagnostic(view.state, own))));
}

function save(text: HTMLTextAreaElement): boolean {
  text.form?.requestSubmit();
  return true;
}

function diagnostic(state: EditorState, own: Problem): Diagnostic[] {
  if (!own.line || own.line > state.doc.lines) return [];
  const { from, to } = state.doc.line(own.line);
  return [{ from, to, severity: WEIGHTS[own.severity], message: `${own.code} ${own.message}　${own.hint}` }];
}

const text = document.getElementById("text");
if (text instanceof HTMLTextAreaElement && "adoptedStyleSheets" in Document.prototype) start(text);
