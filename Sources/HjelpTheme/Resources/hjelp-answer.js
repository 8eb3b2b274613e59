// <hjelp-answer error="TEXT" locale="auto">LINK</hjelp-answer>: the article that answers TEXT.
// LINK stays without one; a child with slot="none" shows if none matched.
customElements.get("hjelp-answer") || (() => {
  const home = document.currentScript.src;
  const make = (name, of, ...inside) => {
    const e = Object.assign(document.createElement(name), of);
    e.append(...inside);
    return e;
  };
  const item = ({ url, title, locale, fallback, matched: { text, language, anchor } }) => {
    const href = new URL(url.replace(/^\//, ""), home), part = fallback ? "title fallback" : "title";
    href.hash = anchor || "";
    const link = make("a", { href, part, lang: locale, dir: "auto" }, title);
    const quote = make("q", { part: "text", lang: language, dir: "auto" }, text);
    return make("div", { part: "item" }, link, ...text && text !== title ? [" ", quote] : []);
  };

  customElements.define("hjelp-answer", class extends HTMLElement {
    static observedAttributes = ["error", "locale"];
    #box = make("div", { part: "answer", ariaLive: "polite" });
    #run;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).append(this.#box);
    }
    connectedCallback() { this.#ask(); }
    disconnectedCallback() { this.#run.abort(); }
    attributeChangedCallback() { this.isConnected && this.#ask(); }

    #locale() {
      let tag = this.getAttribute("locale")?.replace("auto", "");
      for (let e = this; e && !tag; e = e.getRootNode().host) tag = e.closest("[lang]")?.lang;
      return /^[a-z]{2,3}([-_]|$)/i.test(tag) ? { locale: tag } : {};
    }

    async #ask() {
      this.#run?.abort();
      const { signal } = this.#run = new AbortController();
      await 0; // changes ask once
      if (signal.aborted) return;
      const text = this.getAttribute("error")?.trim();
      const query = new URLSearchParams({ q: text?.slice(0, 680), ...this.#locale() });
      const at = path => new URL(path + query, home);
      const own = make("slot"), rest = make("slot", { name: "-" }, own);
      this.#box.replaceChildren(rest);
      this.removeAttribute("status");
      if (!text) return;
      const link = make("a", { part: "link", href: at("v1/open?"), dir: "auto" }, text);
      own.onslotchange = () =>
        link.hidden = own.assignedNodes().some(n => n.tagName || n.data.trim());
      rest.append(link);

      const detail = await fetch(at("v1/lookup?"), { signal })
        .then(reply => reply.ok && reply.json()).catch(() => {}) || { status: "error" };
      if (signal.aborted) return;
      const { status, answers } = detail, most = { match: 1, ambiguous: 5 }[status];
      const sure = answers?.slice(0, most).filter(a => a.confidence >= 0.8);
      if (most) this.#box.replaceChildren(...sure.map(item));
      else if (answers) rest.name = "none";
      this.setAttribute("status", status);
      this.dispatchEvent(new CustomEvent("hjelp-answer", { bubbles: true, composed: true, detail }));
    }
  });
})();
