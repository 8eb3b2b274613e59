// The least that a compiler of articles on libcmark does: reads each file named on standard input, passes
// over its front matter, parses, renders and writes it to a folder. Usage: render FOLDER < LIST
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
  char path[4096], target[4224];
  static char text[4 << 20];
  if (argc != 2) return 2;
  for (int number = 0; fgets(path, sizeof path, stdin); number++) {
    path[strcspn(path, "\n")] = 0;
    FILE *file = fopen(path, "rb");
    if (!file) return 1;
    size_t size = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[size] = 0;
    char *body = text;
    if (!strncmp(text, "---", 3)) {
      char *end = strstr(text + 3, "\n---");
      if (end) body = end + 4;
    }
    cmark_node *document = cmark_parse_document(body, size - (body - text), CMARK_OPT_DEFAULT);
    char *html = cmark_render_html(document, CMARK_OPT_UNSAFE);
    snprintf(target, sizeof target, "%s/%d.html", argv[1], number);
    FILE *out = fopen(target, "wb");
    if (!out) return 1;
    fwrite(html, 1, strlen(html), out);
    fclose(out);
    free(html);
    cmark_node_free(document);
  }
  return 0;
}
