/*
 * Hjelp's lookup for C, and for every language that can call C.
 *
 * A site holds one index for each locale, lookup/LOCALE.hjx, and beside it the text of its
 * passages, lookup/LOCALE.hjs. Open the index of the reader's locale once, and ask it for the text
 * that your program shows; articles that the locale lacks are in it in the source language. The
 * answers are those of the server and of the command `hjelp lookup`.
 *
 *     char error[256];
 *     hjelp_index *index = hjelp_index_open("lookup/nb-NO.hjx", error, sizeof error);
 *     if (!index) { fprintf(stderr, "%s\n", error); return 1; }
 *     hjelp_answer *answer = hjelp_lookup(index, text, strlen(text), 5);
 *     if (answer && answer->status == HJELP_MATCH) puts(answer->matches[0].url);
 *     hjelp_answer_free(answer);
 *     hjelp_index_close(index);
 *
 * Strings. What comes in is UTF-8 of a given length: it needs no NUL at its end, a NUL in it counts
 * as a blank, and a sequence that is not UTF-8 as U+FFFD. What comes out is UTF-8 with a NUL.
 *
 * Ownership. A pointer that is not `const` is yours: give it to the function that is named beside
 * it, once. A `const` pointer belongs to the thing that it came from and lives as long as that. All
 * functions that close or free take NULL and do nothing. Nothing that goes in is kept.
 *
 * Threads. An index never changes: any number of threads can ask one at once. Close it when none
 * uses it any more; answers may live longer than their index.
 */
#ifndef HJELP_LOOKUP_H
#define HJELP_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* An index in memory; about as large as its two files. */
typedef struct hjelp_index hjelp_index;

/* What an answer as a whole says. */
typedef enum hjelp_status {
  /* Nothing was found that answers. */
  HJELP_NONE = 0,
  /* Something like the text was found, but nothing that can be trusted: 0.35 to 0.80. */
  HJELP_CANDIDATES = 1,
  /* Several articles at 0.80 or more answer equally well; the best is first. */
  HJELP_AMBIGUOUS = 2,
  /* The first match can be trusted: 0.80 or more. */
  HJELP_MATCH = 3
} hjelp_status;

/* An article that answers, and the passage that says so. */
typedef struct hjelp_match {
  /* The article's path below its locale folder, without ".md". */
  const char *id;
  /* The page's path in the site, percent-encoded, with a leading slash. */
  const char *url;
  /* The page's title, in `locale`. */
  const char *title;
  /* The BCP 47 tag of the page. */
  const char *locale;
  /* How likely the answer is right, 0 to 1. */
  double confidence;
  /* True for an article in the source language, which the index's locale lacks. */
  bool is_fallback;
  /* The sentence that matched, in `language`; NULL without the .hjs file. */
  const char *text;
  /* What the passage is there: "declared", "title", "heading", "quoted" or "sentence". */
  const char *kind;
  /* The BCP 47 tag of the passage. */
  const char *language;
  /* The number of the passage's translation unit, such as "103"; NULL outside units. */
  const char *unit;
  /* The id of the passage on the page, without "#"; NULL if it has none. */
  const char *anchor;
} hjelp_match;

/* What an index says to a text. */
typedef struct hjelp_answer {
  hjelp_status status;
  /* The text as it was understood; see hjelp_normalise. */
  const char *normalized;
  /* The error codes in the text, canonical, each once, in the order of the text. */
  const char *const *codes;
  size_t code_count;
  /* The articles, the most confident first; with HJELP_NONE the nearest ones, which are no answer. */
  const hjelp_match *matches;
  size_t match_count;
} hjelp_answer;

/*
 * Opens lookup/LOCALE.hjx, and the .hjs file beside it if it is there.
 *
 * Returns the index, to be given to hjelp_index_close; or NULL where a file cannot be read, is
 * damaged, or is of another version. Then `error`, of `error_size` bytes, holds one line for people,
 * cut to fit and with a NUL at its end; `error` may be NULL. 256 bytes are enough but for long paths.
 */
hjelp_index *hjelp_index_open(const char *path, char *error, size_t error_size);

/*
 * Makes an index of the bytes of the two files, which are copied. Without `text` (NULL) matches hold
 * no text, and all else is equal. Returns and reports as hjelp_index_open does.
 */
hjelp_index *hjelp_index_read(const void *index, size_t index_size, const void *text,
                              size_t text_size, char *error, size_t error_size);

/* Closes an index. */
void hjelp_index_close(hjelp_index *index);

/* The BCP 47 tag of the locale that the index was made for. */
const char *hjelp_index_locale(const hjelp_index *index);

/* The hash of the build that the index belongs to: 16 lower-case hex digits. */
const char *hjelp_index_version(const hjelp_index *index);

/*
 * Asks an index for a text of `size` bytes: what the program shows, a log line, what a person typed.
 *
 * `limit` is how many matches there are at most; 0 counts as 1. It changes neither status nor order.
 * Returns the answer, to be given to hjelp_answer_free; NULL only if `index` or `text` is NULL.
 */
hjelp_answer *hjelp_lookup(const hjelp_index *index, const char *text, size_t size, size_t limit);

/* Frees an answer and all that its pointers lead to. */
void hjelp_answer_free(hjelp_answer *answer);

/*
 * The normal form of a text, which is what Hjelp compares: lower case without marks, one width, no
 * punctuation, codes in their canonical form, "#" for what varies (paths, addresses, times).
 *
 * Returns a string, to be given to hjelp_string_free; NULL only if `text` is NULL.
 */
char *hjelp_normalise(const char *text, size_t size);

/* Frees a string. */
void hjelp_string_free(char *string);

/* The version of the normal form; it rises whenever some text gets another one. */
int hjelp_normaliser_version(void);

#ifdef __cplusplus
}
#endif

#endif
