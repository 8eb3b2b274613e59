/// The statements that go out with an export for PostgreSQL.
enum PostgreSQLScripts {
  /// Makes empty tables beside those that are asked meanwhile.
  static let schema = #"""
    -- Empty tables for an export of Hjelp. Needs PostgreSQL 14 or later, in UTF-8, with ICU.
    -- They stand in a schema of their own, hjelp_next, until lookup.sql puts them in the place of
    -- what was loaded before.
    \set ON_ERROR_STOP on
    SET client_min_messages = warning;

    DROP SCHEMA IF EXISTS hjelp_next CASCADE;
    CREATE SCHEMA hjelp_next;

    -- One width, no case, no marks on letters, nothing that cannot be seen. Marks that tell words
    -- apart (voicing of kana, vowels of Thai and Devanagari) stay.
    CREATE FUNCTION hjelp_next.hjelp_fold(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(translate(lower(normalize(regexp_replace(
      normalize(normalize($1, NFKC), NFD),
      '[\u0300-\u036F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFE00-\uFE0F\uFEFF]',
      '', 'g'), NFC) COLLATE "und-x-icu"), 'ıς‐‑‒–—―−', 'iσ-------'), 'ß', 'ss');

    -- The key of a phrase, the same for those that are stored and for those that are asked for:
    -- folded, quotation marks and punctuation made one blank.
    CREATE FUNCTION hjelp_next.hjelp_key(text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(hjelp_next.hjelp_fold($1),
      '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u02B9-\u02BC\u2000-\u206F'
      '\u20A0-\u20CF\u2190-\u2BFF\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u303D-\u303F'
      '\u30FB\uFFFC\uFFFD]+', ' ', 'g'));

    -- Which locale serves a wanted one: the longest beginning of the tag decides.
    CREATE TABLE hjelp_next.locales (
      wanted text PRIMARY KEY,
      locale text NOT NULL
    );

    -- The articles of each locale. page_locale is the page's own: with fallback an article of the
    -- source locale that this one lacks.
    CREATE TABLE hjelp_next.articles (
      locale text NOT NULL,
      id text NOT NULL,
      url text NOT NULL,
      title text NOT NULL,
      page_locale text NOT NULL,
      fallback boolean NOT NULL,
      PRIMARY KEY (locale, id)
    );

    -- All texts that the lookup compares, in both languages: for searches of your own.
    CREATE TABLE hjelp_next.passages (
      locale text NOT NULL,
      article text NOT NULL,
      kind text NOT NULL,
      language text NOT NULL,
      unit text,
      anchor text,
      text text NOT NULL
    );

    -- The answers that Hjelp gives; phrases and codes refer to them.
    CREATE TABLE hjelp_next.answers (
      answer integer NOT NULL,
      rank smallint NOT NULL,
      locale text NOT NULL,
      article text NOT NULL,
      confidence double precision NOT NULL,
      anchor text,
      PRIMARY KEY (answer, rank)
    );

    -- The texts that Hjelp has an answer for. article and confidence are those of the first answer.
    CREATE TABLE hjelp_next.phrases (
      locale text NOT NULL,
      kind text NOT NULL,
      language text NOT NULL,
      text text NOT NULL,
      article text NOT NULL,
      status text NOT NULL,
      confidence double precision NOT NULL,
      answer integer NOT NULL,
      key text GENERATED ALWAYS AS (hjelp_next.hjelp_key(text)) STORED
    );

    -- The codes that Hjelp has an answer for, a row for each spelling.
    CREATE TABLE hjelp_next.codes (
      locale text NOT NULL,
      code text NOT NULL,
      form text NOT NULL,
      article text NOT NULL,
      status text NOT NULL,
      confidence double precision NOT NULL,
      answer integer NOT NULL,
      PRIMARY KEY (form, locale)
    );

    """#

  /// Fills the tables.
  static let load = #"""
    -- Fills the tables that schema.sql made. Run it with psql in the folder of the export.
    \set ON_ERROR_STOP on
    \copy hjelp_next.locales FROM 'locales.tsv' WITH (ENCODING 'UTF8')
    \copy hjelp_next.articles FROM 'articles.tsv' WITH (ENCODING 'UTF8')
    \copy hjelp_next.passages FROM 'passages.tsv' WITH (ENCODING 'UTF8')
    \copy hjelp_next.answers FROM 'answers.tsv' WITH (ENCODING 'UTF8')
    \copy hjelp_next.phrases (locale, kind, language, text, article, status, confidence, answer) FROM 'phrases.tsv' WITH (ENCODING 'UTF8')
    \copy hjelp_next.codes FROM 'codes.tsv' WITH (ENCODING 'UTF8')

    -- A hash index, since a sentence may be longer than a tree takes; without blanks, since these
    -- come and go. The other one finds sentences by their words.
    CREATE INDEX ON hjelp_next.phrases USING hash (replace(key, ' ', ''));
    CREATE INDEX ON hjelp_next.phrases USING gin (string_to_array(key, ' '));
    CREATE INDEX ON hjelp_next.passages (locale, article);
    ANALYZE hjelp_next.locales, hjelp_next.articles, hjelp_next.passages, hjelp_next.answers,
      hjelp_next.phrases, hjelp_next.codes;

    """#

  /// Puts the tables in their place and makes the function that asks them.
  static let lookup = #"""
    -- Puts the tables that load.sql filled in the place of those before, and makes hjelp_lookup.
    -- Who asks meanwhile gets the old answers or the new ones.
    \set ON_ERROR_STOP on
    SET client_min_messages = warning;
    BEGIN;
    DROP SCHEMA IF EXISTS hjelp CASCADE;
    ALTER SCHEMA hjelp_next RENAME TO hjelp;

    -- The codes that may stand in a text, in the form of the table codes, in the order of the text;
    -- at place 0 the whole text, if it is one word.
    CREATE FUNCTION hjelp.hjelp_codes(query text) RETURNS TABLE (place bigint, form text)
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $body$
      SELECT 0, hjelp.hjelp_fold(btrim($1, E' \t\r\n'))
      WHERE btrim($1, E' \t\r\n') !~ '\s' AND length($1) <= 200
      UNION ALL
      SELECT found.place, regexp_replace(lower(found.parts[1]), '^0x0+(?=[0-9a-f])', '0x')
      FROM regexp_matches(
        translate(normalize($1, NFKC), '‐‑‒–—―−', '-------'),
        '(?<![0-9A-Za-z_\u00C0-\u024F])(?:'
        -- 0x80070005, 80070005, -2147024891, 2147942405
        '0[xX][0-9A-Fa-f]{3,16}|[8Cc][0-9A-Fa-f]{7}|-?[0-9]{10}|'
        -- 5.7.750, 30088-26
        '(?:(?<!\.)[245]\.[0-9]{1,3}\.[0-9]{1,3}(?!\.[0-9]))|[0-9]{5}-[0-9]{1,4}(?!-[0-9])|'
        -- UPPER_SNAKE, AADSTS50011, kb5001330
        '[A-Z][A-Z0-9_]*_[A-Z0-9_]*[A-Z0-9]|[A-Z]{2,8}[0-9]{3,9}|'
        '[Aa][Aa]?[Dd][Ss][Tt][Ss][0-9]{3,9}|[Aa][Aa][Dd][Dd][Ss][0-9]{3,9}|[Kk][Bb][0-9]{3,9}|'
        -- a GUID
        '[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}'
        ')(?![0-9A-Za-z_\u00C0-\u024F])', 'g')
        WITH ORDINALITY AS found (parts, place)
    $body$;

    -- What Hjelp answers to a text: one row for each article, the best first; no row where there is
    -- no answer. The status and the confidence are Hjelp's own
    -- 1. of the same text, up to case, marks and punctuation; or
    -- 2. of a code that stands in the text, as if nothing else stood there; or
    -- 3. unknown: of a text that is a part of one that Hjelp answers the confidence is null, and the
    --    status 'candidates'.
    -- Other texts are for Hjelp itself.
    CREATE OR REPLACE FUNCTION hjelp_lookup(query text, locale text DEFAULT NULL, most integer DEFAULT 5)
    RETURNS TABLE (
      rank integer, article text, url text, title text, page_locale text,
      confidence double precision, status text, anchor text)
    -- Compiling the statement would take a hundred times as long as running it.
    LANGUAGE sql STABLE PARALLEL SAFE SET jit = off AS $body$
      WITH served AS MATERIALIZED (
        SELECT l.locale, hjelp.hjelp_key($1) AS key
        FROM hjelp.locales AS l, lower(replace(coalesce($2, ''), '_', '-')) AS tag
        WHERE l.wanted IN ('', tag) OR starts_with(tag, l.wanted || '-')
        ORDER BY length(l.wanted) DESC
        LIMIT 1
      ), phrase AS MATERIALIZED (
        SELECT p.answer, p.status, true AS is_asked
        FROM served AS s JOIN hjelp.phrases AS p
          ON replace(p.key, ' ', '') = replace(s.key, ' ', '') AND p.locale = s.locale
        WHERE s.key <> '' AND (p.key = s.key OR length(s.key) >= 20)
        ORDER BY p.text = $1 DESC, p.key = s.key DESC, p.confidence DESC, p.text COLLATE "C"
        LIMIT 1
      ), found AS MATERIALIZED (
        SELECT f.place, f.form FROM hjelp.hjelp_codes($1) AS f WHERE NOT EXISTS (SELECT FROM phrase)
      ), code AS MATERIALIZED (
        SELECT c.answer, c.status, true
        FROM served AS s, found AS f JOIN hjelp.codes AS c ON c.form = f.form
        WHERE c.locale = s.locale
        ORDER BY c.confidence DESC, f.place
        LIMIT 1
      ), part AS (
        SELECT p.answer, 'candidates', false
        FROM served AS s JOIN hjelp.phrases AS p
          ON string_to_array(p.key, ' ') @> string_to_array(s.key, ' ') AND p.locale = s.locale
        WHERE ' ' || p.key || ' ' LIKE '% ' || s.key || ' %'
          -- Four words, or ten letters of a script without blanks.
          AND (s.key ~ '^[^ ]+( [^ ]+){3}' OR s.key ~ '[\u0E00-\u0EFF\u3040-\u9FFF\uAC00-\uD7A3]{10}')
          AND NOT EXISTS (SELECT FROM phrase) AND NOT EXISTS (SELECT FROM code)
          AND NOT EXISTS (SELECT FROM found AS f WHERE f.place > 0)
        ORDER BY length(p.key), p.confidence DESC, p.text COLLATE "C"
        LIMIT 1
      ), chosen AS (
        SELECT * FROM phrase UNION ALL SELECT * FROM code UNION ALL SELECT * FROM part
      )
      SELECT w.rank, w.article, a.url, a.title, a.page_locale,
        CASE WHEN c.is_asked THEN w.confidence END, c.status, w.anchor
      FROM chosen AS c
        JOIN hjelp.answers AS w ON w.answer = c.answer
        JOIN hjelp.articles AS a ON a.locale = w.locale AND a.id = w.article
      WHERE w.rank <= $3
      ORDER BY w.rank
    $body$;
    COMMIT;

    """#
}
