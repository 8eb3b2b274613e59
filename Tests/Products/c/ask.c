/*
 * Asks an index for each line of standard input.
 *
 *     ask INDEX.hjx                 a line of answers for each line of text
 *     ask --normalise INDEX.hjx     the normal form and the codes for each line of text in hex digits
 *     ask --threads N INDEX.hjx     asks all lines in N threads at once; fails if two of them differ
 *     ask --bytes INDEX.hjx         as without an option, of the bytes of the one file, so without texts
 *
 * A line of answers holds, parted by tabs: status, normal form, codes; then for each match confidence,
 * id, url, title, locale, "fallback" or nothing, text, kind, language, unit, anchor. Control characters
 * are written as blanks. The status is 2 if the index is refused, 1 if answers differ, else 0.
 */
#define _POSIX_C_SOURCE 200809L

#include <hjelp_lookup.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LIMIT = 5 };

static const char *const STATUSES[] = {"none", "candidates", "ambiguous", "match"};

static void put(FILE *out, const char *text) {
  for (; text && *text; text++) fputc((unsigned char)*text < 0x20 ? ' ' : *text, out);
}

static void put_field(FILE *out, const char *text) {
  fputc('\t', out);
  put(out, text);
}

static void put_codes(FILE *out, const hjelp_answer *answer) {
  fputc('\t', out);
  for (size_t i = 0; i < answer->code_count; i++) {
    if (i > 0) fputc(' ', out);
    put(out, answer->codes[i]);
  }
}

static void put_match(FILE *out, const hjelp_match *match) {
  fprintf(out, "\t%.6f", match->confidence);
  put_field(out, match->id);
  put_field(out, match->url);
  put_field(out, match->title);
  put_field(out, match->locale);
  put_field(out, match->is_fallback ? "fallback" : NULL);
  put_field(out, match->text);
  put_field(out, match->kind);
  put_field(out, match->language);
  put_field(out, match->unit);
  put_field(out, match->anchor);
}

static void ask(FILE *out, const hjelp_index *index, const char *text, size_t size) {
  hjelp_answer *answer = hjelp_lookup(index, text, size, LIMIT);
  if (!answer) abort();
  put(out, STATUSES[answer->status]);
  put_field(out, answer->normalized);
  put_codes(out, answer);
  for (size_t i = 0; i < answer->match_count; i++) put_match(out, &answer->matches[i]);
  fputc('\n', out);
  hjelp_answer_free(answer);
}

/* Takes hex digits, so that a text can hold line ends and NULs. */
static int normalise(const hjelp_index *index, const char *hex, size_t digits) {
  size_t size = digits / 2;
  char *text = malloc(size + 1);
  if (!text) abort();
  for (size_t i = 0; i < size; i++) {
    char pair[3] = {hex[2 * i], hex[2 * i + 1], 0};
    text[i] = (char)strtol(pair, NULL, 16);
  }
  char *normal = hjelp_normalise(text, size);
  hjelp_answer *answer = hjelp_lookup(index, text, size, 1);
  free(text);
  if (!normal || !answer) abort();
  int differs = strcmp(normal, answer->normalized) != 0;
  fputs(normal, stdout);
  put_codes(stdout, answer);
  putchar('\n');
  hjelp_string_free(normal);
  hjelp_answer_free(answer);
  return differs;
}

struct job {
  const hjelp_index *index;
  char **lines;
  size_t count;
  char *answers;
};

static void *run(void *argument) {
  struct job *job = argument;
  size_t size;
  FILE *out = open_memstream(&job->answers, &size);
  if (!out) abort();
  for (size_t i = 0; i < job->count; i++) ask(out, job->index, job->lines[i], strlen(job->lines[i]));
  fclose(out);
  return NULL;
}

static int ask_at_once(const hjelp_index *index, char **lines, size_t count, size_t threads) {
  struct job *jobs = calloc(threads, sizeof *jobs);
  pthread_t *ids = calloc(threads, sizeof *ids);
  if (!jobs || !ids) abort();
  for (size_t i = 0; i < threads; i++) {
    jobs[i] = (struct job){index, lines, count, NULL};
    if (pthread_create(&ids[i], NULL, run, &jobs[i])) abort();
  }
  int differs = 0;
  for (size_t i = 0; i < threads; i++) pthread_join(ids[i], NULL);
  for (size_t i = 1; i < threads; i++) differs |= strcmp(jobs[0].answers, jobs[i].answers) != 0;
  for (size_t i = 0; i < threads; i++) free(jobs[i].answers);
  free(jobs);
  free(ids);
  return differs;
}

/* The index of the bytes of one file, without its text. */
static hjelp_index *read_bytes(const char *path, char *error, size_t error_size) {
  FILE *file = fopen(path, "rb");
  if (!file) return hjelp_index_open(path, error, error_size);
  char *bytes = NULL;
  size_t size = 0, found;
  do {
    bytes = realloc(bytes, size + 65536);
    if (!bytes) abort();
    found = fread(bytes + size, 1, 65536, file);
    size += found;
  } while (found > 0);
  fclose(file);
  hjelp_index *index = hjelp_index_read(bytes, size, NULL, 0, error, error_size);
  free(bytes);
  return index;
}

/* NULL does no harm, and an error is cut to the room that there is. */
static void check_edges(void) {
  char error[8];
  memset(error, 'x', sizeof error);
  hjelp_index_close(NULL);
  hjelp_answer_free(NULL);
  hjelp_string_free(NULL);
  int holds = !hjelp_lookup(NULL, "a", 1, 1) && !hjelp_normalise(NULL, 0) &&
              !hjelp_index_locale(NULL) && !hjelp_index_version(NULL) &&
              !hjelp_index_open(NULL, NULL, 0) && !hjelp_index_read("x", 1, NULL, 0, error, 0) &&
              error[0] == 'x' && !hjelp_index_read("x", 1, NULL, 0, error, sizeof error) &&
              strcmp(error, "the .hj") == 0;
  if (!holds) abort();
}

int main(int count, char **arguments) {
  const char *option = count > 2 ? arguments[1] : "";
  size_t threads = strcmp(option, "--threads") == 0 && count == 4 ? strtoul(arguments[2], NULL, 10) : 0;
  int hex = strcmp(option, "--normalise") == 0 && count == 3;
  int bytes = strcmp(option, "--bytes") == 0 && count == 3;
  if (count != 2 && !hex && !bytes && threads == 0) {
    fputs("usage: ask [--normalise | --bytes | --threads N] INDEX.hjx\n", stderr);
    return 2;
  }
  check_edges();
  char error[256];
  const char *path = arguments[count - 1];
  hjelp_index *index = bytes ? read_bytes(path, error, sizeof error)
                             : hjelp_index_open(path, error, sizeof error);
  if (!index) {
    fprintf(stderr, "%s\n", error);
    return 2;
  }
  fprintf(stderr, "%s %s, normal form %d\n", hjelp_index_locale(index), hjelp_index_version(index),
          hjelp_normaliser_version());
  int differs = 0;
  char *line = NULL, **lines = NULL;
  size_t capacity = 0, read = 0;
  ssize_t length;
  while ((length = getline(&line, &capacity, stdin)) >= 0) {
    if (length > 0 && line[length - 1] == '\n') line[--length] = 0;
    if (threads) {
      lines = realloc(lines, (read + 1) * sizeof *lines);
      if (!lines || !(lines[read++] = strdup(line))) abort();
    } else if (hex) {
      differs |= normalise(index, line, (size_t)length);
    } else {
      ask(stdout, index, line, (size_t)length);
    }
  }
  if (threads) differs = ask_at_once(index, lines, read, threads);
  for (size_t i = 0; i < read; i++) free(lines[i]);
  free(lines);
  free(line);
  hjelp_index_close(index);
  return differs;
}
