import Testing

@testable import HjelpMarkdown

/// What is written for Markdown and raw HTML.
@Suite struct HTMLWriterTests {
  private func html(_ markdown: String) -> String {
    var writer = HTMLWriter(Document(markdown: Array(markdown.utf8)))
    return String(decoding: writer.blocks(), as: UTF8.self)
      .replacing("\n", with: "")
  }

  @Test(
    "the dialect of help articles",
    arguments: [
      ("> [!NOTE]\n> Text", "<div class=\"alert note\"><p class=\"al\">note</p><p>Text</p></div>"),
      ("> [!tip] Text", "<div class=\"alert tip\"><p class=\"al\">tip</p><p>Text</p></div>"),
      (
        "> [!NOTE]\n> [!NOTA] Text",
        "<div class=\"alert note\"><p class=\"al\">note</p><p>Text</p></div>"
      ),
      ("> [!TIPS]\n> Text", "<blockquote><p>[!TIPS]Text</p></blockquote>"),
      (
        "| a | b |\n|:-:|--:|\n| `x\\|y` | **c** |",
        "<div class=\"tw\"><table><thead><tr><th scope=\"col\" class=\"c\">a</th>"
          + "<th scope=\"col\" class=\"r\">b</th></tr></thead><tbody><tr><td class=\"c\">"
          + "<code>x|y</code></td><td class=\"r\"><strong>c</strong></td></tr></tbody></table></div>"
      ),
      (
        "text\n| a |\n|---|\n| # no heading |",
        "<p>text</p><div class=\"tw\"><table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody>"
          + "<tr><td># no heading</td></tr></tbody></table></div>"
      ),
      (
        "| a |\n|---|\n| b | c |",
        "<div class=\"tw\"><table><thead><tr><th scope=\"col\">a</th><td></td></tr></thead>"
          + "<tbody><tr><td>b</td><td>c</td></tr></tbody></table></div>"
      ),
      ("[x](https://example.com/a%)", "<p><a href=\"https://example.com/a%25\">x</a></p>"),
      (
        "[!VIDEO https://example.com/v]",
        "<p class=\"video\"><a href=\"https://example.com/v\">Video</a></p>"
      ),
      (
        "See https://example.com/a.",
        "<p>See <a href=\"https://example.com/a\">https://example.com/a</a>.</p>"
      ),
      (
        "次 https://example.com。",
        "<p>次 <a href=\"https://example.com\">https://example.com</a>。</p>"
      ),
      ("to <email address> now", "<p>to &lt;email address&gt; now</p>"),
      ("a. one\nb. two", "<p>a. oneb. two</p>"),
    ])
  func dialect(_ markdown: String, _ expected: String) { #expect(html(markdown) == expected) }

  @Test(
    "raw HTML is read and written anew",
    arguments: [
      ("a<br/>b <SUB>2</SUB>", "<p>a<br>b <sub>2</sub></p>"),
      ("<b>open", "<p><b>open</b></p>"),
      ("x</b> y", "<p>x y</p>"),
      ("<p><b>a</b> <i>b</i></p>", "<p><b>a</b> <i>b</i></p>"),
      (
        "<table><tr><th scope=\"col\"><p></p></th><th>A</th></tr></table>",
        "<div class=\"tw\"><table><tr><td><p></p></td><th>A</th></tr></table></div>"
      ),
      ("<a name=\"bk\"> </a>z", "<p><span id=\"bk\"></span> z</p>"),
      (
        "<table><tr><td><p>a</td></tr></table>",
        "<div class=\"tw\"><table><tr><td><p>a</p></td></tr></table></div>"
      ),
      (
        "<table><colgroup><col/></colgroup><tr><td>a</table>",
        "<div class=\"tw\"><table><tr><td>a</td></tr></table></div>"
      ),
      ("<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"),
      ("<p>a &nbsp; b &bogus; &lt;</p>", "<p>a \u{A0} b &amp;bogus; &lt;</p>"),
      ("<td>lost</td>", "lost"),
      (
        "<ul><li>a</li><email address>b</ul>", "<ul><li>a</li></ul>&lt;email address&gt;b"
      ),
      (
        "<details>\n\n> <summary>S</summary>\n> </details>\n\n</details>",
        "<details> <blockquote>S  </blockquote></details>"
      ),
      (
        "<ul><li>a\n\n> <li>b\n\n</ul>", "<ul><li>a<blockquote>b</blockquote></li></ul>"
      ),
    ])
  func rawHTML(_ markdown: String, _ expected: String) { #expect(html(markdown) == expected) }

  @Test(
    "nothing that can run gets through",
    arguments: [
      "<script>alert(1)</script>", "a <script>alert(1)</script> b", "<img src=x onerror=alert(1)>",
      "<a href=\"java\tscript:alert(1)\">x</a>", "<a href=\"java&#115;cript:alert(1)\">x</a>",
      "<a href=\"javascript&colon;alert(1)\">x</a>", "[x](javascript:alert(1))",
      "[x](java&#115;cript:alert(1))", "![x](data:image/svg+xml;base64,AAAA)",
      "<svg/onload=alert(1)>",
      "<iframe src=\"https://example.com\"></iframe>", "<div style=\"x\" onclick=\"y\">z</div>",
      "<form action=x><button>y</button></form>", "<img src=\"vbscript:x\">", "[x](vbscript:x)",
      "<math><mtext></mtext></math>", "<style>*{}</style>", "<<script>alert(1)//<</script>",
      "<a href='x' data-hjelp-chrome>y</a>", "<b><script >x</script></b>",
      "<img \"\"\"><script>alert(1)</script>\">", "<!-- --><script>alert(1)</script>",
    ])
  func harmless(_ markdown: String) {
    let written = html(markdown).lowercased()
    // What stands escaped as text cannot run: only real tags count.
    for tag in written.split(separator: "<").dropFirst() {
      let head = tag.prefix { $0 != ">" }
      let name = head.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
      #expect(
        ["p", "/p", "a", "/a", "b", "/b", "img", "div", "/div", "br"].contains(String(name)),
        "\(written)")
      for word in [" on", "script:", "style=", "data-hjelp", "svg"] {
        #expect(!head.contains(word), "\(written)")
      }
    }
  }

  @Test(
    "marks become spans that never cross an element",
    arguments: [
      ("one two", [0..<3, 4..<7], "<p><span id=\"u0\">one</span> <span id=\"u1\">two</span></p>"),
      ("[one](x) two", [1..<4], "<p><a href=\"x\"><span id=\"u0\">one</span></a> two</p>"),
      (
        "one **two three** four", [0..<9, 10..<22],
        "<p><span id=\"u0\">one </span><strong><span data-u=\"0\">two</span> <span id=\"u1\">three"
          + "</span></strong><span data-u=\"1\"> four</span></p>"
      ),
      (
        "- one\n- two", [0..<11],
        "<ul><li><span id=\"u0\">one</span></li><li><span data-u=\"0\">two</span></li></ul>"
      ),
    ] as [(String, [Range<Int>], String)])
  func marks(_ markdown: String, _ ranges: [Range<Int>], _ expected: String) {
    let marks = ranges.enumerated().map { index, range in
      HTMLWriter.Mark(range: range, id: "u\(index)", name: "\(index)")
    }
    var writer = HTMLWriter(Document(markdown: Array(markdown.utf8)), marks: marks)
    let written = String(decoding: writer.blocks(), as: UTF8.self).replacing("\n", with: "")
    #expect(written == expected)
  }

  @Test(
    "a text is refused before libcmark would take minutes",
    arguments: [
      (String(repeating: ">", count: 70) + "a", DocumentLimits.Excess.depth(at: 0)),
      (String(repeating: "![[]()", count: 2_000), .brackets(at: 9_999)),
    ])
  func limits(_ markdown: String, _ expected: DocumentLimits.Excess) {
    #expect(DocumentLimits.excesses(in: Array(markdown.utf8)) == [expected])
  }

  @Test("deep lists that are still allowed, and long code, are not refused")
  func withinLimits() {
    let nested = (0..<60).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    #expect(DocumentLimits.excesses(in: Array(nested.utf8)).isEmpty)
  }

  @Test("a wide header over many short rows does not fill millions of cells")
  func tableBomb() {
    let header = String(repeating: "|a", count: 1_000) + "\n"
    let delimiter = String(repeating: "|-", count: 1_000) + "\n"
    let rows = String(repeating: "|b\n", count: 20_000)
    let document = Document(markdown: Array((header + delimiter + rows).utf8))
    #expect(document.nodes.count < 200_000)
  }
}
