-- Requests for wrk, made of the queries in a file of JSON lines, which is read when wrk starts.
--
-- HJELP_QUERIES names the file, HJELP_PAGES one with paths; HJELP_MODE says what is asked:
--   constant   GET /livez
--   page       GET one path after the other, over and over
--   single     GET /v1/lookup with one query after the other, over and over
--   distinct   the same, but no text ever comes twice: each ends in a number of its own
--   batch      POST /v1/lookup:batch with 100 queries, over and over
--   batch-distinct   the same, but no text ever comes twice
local mode = os.getenv("HJELP_MODE") or "single"
local queries = {}
local requests = {}
local turn = 0

-- UTF-8 of a code point.
local function utf8(code)
  if code < 0x80 then return string.char(code) end
  if code < 0x800 then
    return string.char(0xC0 + math.floor(code / 0x40), 0x80 + code % 0x40)
  end
  if code < 0x10000 then
    return string.char(0xE0 + math.floor(code / 0x1000), 0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
  end
  return string.char(0xF0 + math.floor(code / 0x40000), 0x80 + math.floor(code / 0x1000) % 0x40,
    0x80 + math.floor(code / 0x40) % 0x40, 0x80 + code % 0x40)
end

-- The value of a member whose value is a JSON string, still escaped.
local function member(line, name)
  local _, start = line:find('"' .. name .. '"%s*:%s*"')
  if not start then return nil end
  local index = start + 1
  while line:byte(index) ~= 0x22 do
    index = index + (line:byte(index) == 0x5C and 2 or 1)
  end
  return line:sub(start + 1, index - 1)
end

local escapes = { b = "\b", f = "\f", n = "\n", r = "\r", t = "\t" }

local function unescaped(text)
  text = text:gsub("\\u([dD][89abAB]%x%x)\\u([dD][c-fC-F]%x%x)", function(high, low)
    return utf8(0x10000 + (tonumber(high, 16) - 0xD800) * 0x400 + tonumber(low, 16) - 0xDC00)
  end)
  return (text:gsub("\\(.)(%x?%x?%x?%x?)", function(mark, digits)
    if mark == "u" then return utf8(tonumber(digits, 16)) end
    return (escapes[mark] or mark) .. digits
  end))
end

local function encoded(text)
  return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

local json = { ["Content-Type"] = "application/json" }

local function batch(from, tail)
  local parts = {}
  for number = 0, 99 do
    local query = queries[(from + number) % #queries + 1]
    local text = tail and query.text .. " " .. tail + number or query.text
    parts[#parts + 1] = string.format('{"text":"%s","locale":"%s","limit":5}', text, query.locale)
  end
  return wrk.format("POST", "/v1/lookup:batch", json, '{"queries":[' .. table.concat(parts, ",") .. "]}")
end

function init()
  for line in assert(io.open(os.getenv("HJELP_QUERIES"), "r")):lines() do
    local text, locale = member(line, "text"), member(line, "locale")
    -- What is longer goes by POST.
    if text and locale and #text < 2000 then
      local address = "/v1/lookup?limit=5&locale=" .. locale .. "&q=" .. encoded(unescaped(text))
      queries[#queries + 1] = { text = text, locale = locale, address = address }
    end
  end
  if mode == "constant" then
    requests = { wrk.format("GET", "/livez") }
  elseif mode == "page" then
    for path in assert(io.open(os.getenv("HJELP_PAGES"), "r")):lines() do requests[#requests + 1] = wrk.format("GET", path) end
  elseif mode == "single" then
    for _, query in ipairs(queries) do requests[#requests + 1] = wrk.format("GET", query.address) end
  elseif mode == "batch" then
    for from = 0, #queries - 1, 100 do requests[#requests + 1] = batch(from) end
  end
  -- Numbers that no other run has asked with.
  turn = os.time() % 100000 * 1000000
end

function request()
  turn = turn + 1
  if mode == "distinct" then
    return wrk.format("GET", queries[turn % #queries + 1].address .. "%20" .. turn)
  elseif mode == "batch-distinct" then
    turn = turn + 99
    return batch(turn, turn)
  end
  return requests[turn % #requests + 1]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("result %.0f %.0f %.0f %d\n", summary.requests * 1e6 / summary.duration,
    latency:percentile(50), latency:percentile(99), failed))
end
